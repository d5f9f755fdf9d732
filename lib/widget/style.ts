// Light first, dark where the system asks for it. Nothing on a scale has a colour until it is chosen, and then all have the same.
const COLOURS = `:root{color-scheme:light dark;--surface:#fff;--sunken:#eef0f2;--border:#e2e5e9;--field:#868f9b;--text:#14191f;--text-2:#4a5462;
--text-3:#626c79;--accent:#0d5c6b;--accent-hover:#0a4b58;--accent-soft:#e4f0f2;--on-accent:#fff;--focus:#0b6fb8;--danger:#a3261d}
@media(prefers-color-scheme:dark){:root{--surface:#161b20;--sunken:#0c0f13;--border:#29313a;--field:#6f7b88;--text:#eceff2;--text-2:#b4bdc7;
--text-3:#97a1ad;--accent:#6cc3d2;--accent-hover:#8ad3df;--accent-soft:#14323a;--on-accent:#06242b;--focus:#6ab7f5;--danger:#ff9a90}}`

const FRAME = `*{box-sizing:border-box}html{-webkit-text-size-adjust:100%}body{margin:0;background:var(--surface);color:var(--text);
font:16px/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;-webkit-font-smoothing:antialiased}
.page{display:flex;flex-direction:column;min-height:calc(100vh - 3px);min-height:calc(100dvh - 3px);max-width:640px;margin:0 auto;padding:28px 20px 24px}
main{flex:1;display:flex;flex-direction:column;justify-content:center;padding:28px 0}
.brand{font-size:15px}footer{font-size:12px;color:var(--text-3)}
h1,h2,p,fieldset,legend{margin:0;padding:0;border:0;min-width:0}h1,h2{overflow-wrap:anywhere;text-wrap:balance;font-weight:600;outline:none}
.first h2,.thanks h1,.thanks h2{font-size:24px;line-height:1.28;letter-spacing:-.018em}.later h2{font-size:18px;line-height:1.35;letter-spacing:-.01em}
legend{width:100%}.optional{font-weight:400;font-size:13px;letter-spacing:0;color:var(--text-3);white-space:nowrap}
.question+.question{margin-top:36px}.hint{margin-top:6px;font-size:14px;color:var(--text-2)}
.bar{height:3px;background:var(--sunken)}.bar i{display:block;height:3px;width:33%;background:var(--accent);transition:width .24s cubic-bezier(.2,.7,.2,1)}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
button:focus-visible,textarea:focus-visible,input:focus-visible+.cell{outline:2px solid var(--focus);outline-offset:2px}`

// The radio lies over its cell, so the look needs no :has and the target is the whole cell.
const SCALE = `.scale{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:8px;margin-top:24px}
.later .scale,.later textarea{margin-top:14px}.scale label{position:relative;display:block;cursor:pointer}
.scale input{position:absolute;left:50%;top:13px;z-index:4;width:18px;height:18px;margin:0 0 0 -9px;border:1.5px solid var(--field);border-radius:50%;
background:var(--surface);-webkit-appearance:none;appearance:none;outline:none;cursor:pointer}.scale input:checked{border:5.5px solid var(--accent)}
.cell{position:relative;display:flex;align-items:center;justify-content:center;height:66px;padding-top:27px;border:1px solid var(--field);border-radius:6px;
font-weight:500;font-variant-numeric:tabular-nums;background:var(--surface)}.scale label:hover .cell{background:var(--sunken)}
.scale input:checked+.cell{background:var(--accent-soft);border-color:var(--accent);box-shadow:inset 0 0 0 1px var(--accent);z-index:1}
.scale input:focus-visible+.cell{z-index:3}
.of-11{gap:0}.of-11 label+label{margin-left:-1px}.of-11 .cell{border-radius:0}
.of-11 label:first-child .cell{border-radius:10px 0 0 10px}.of-11 label:last-child .cell{border-radius:0 10px 10px 0}
.faces .cell{height:86px}.faces .cell .face{color:var(--text-2)}.faces input:checked+.cell .face{color:var(--text)}
.ends{display:flex;justify-content:space-between;gap:16px;margin-top:8px;font-size:13px;color:var(--text-2)}.ends span:last-child{text-align:right}
textarea{display:block;width:100%;min-height:112px;margin-top:24px;padding:10px 12px;border:1px solid var(--field);border-radius:6px;background:var(--surface);
color:var(--text);font:inherit;resize:vertical}`

const SEND = `.fault:not(:empty),.note:not(:empty){margin-top:10px;font-size:14px;color:var(--danger)}.fault:not(:empty)::before{content:"\\26A0\\FE0E\\00A0"}
.note.calm:not(:empty){color:var(--text-2)}.send{display:flex;gap:10px;margin-top:28px}.go{min-height:46px;min-width:113px;padding:0 22px;border:0;
border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:500;cursor:pointer}.go:hover{background:var(--accent-hover)}
.go[aria-disabled=true]{opacity:.6;cursor:default}.skip{min-height:46px;padding:0 18px;border:0;border-radius:6px;background:none;color:var(--text-2);font:inherit;
cursor:pointer}.skip:hover{background:var(--sunken)}.saved{margin-bottom:24px;font-size:14px;color:var(--text-2)}
.keep{white-space:nowrap}.link{padding:4px;margin:-4px;border:0;background:none;color:var(--accent);font:inherit;text-decoration:underline;text-underline-offset:2px;cursor:pointer;border-radius:4px}
.thanks p{margin-top:10px;color:var(--text-2);white-space:pre-line;overflow-wrap:anywhere}`

// Which parts a view shows; without script there is only "all", and then "thanks" as a page of its own.
const VIEWS = `[data-view=all] .bar{visibility:hidden}[data-view=rest] .bar i{width:66%}[data-view=thanks] .bar i{width:100%}
.saved,.skip,.thanks,[data-view=rest] .easy .optional,[data-view=first] .later,[data-view=rest] .first,[data-view=thanks] form{display:none}
[data-view=rest] .saved,[data-view=thanks] .thanks{display:block}[data-view=rest] .skip{display:block}
[data-view=rest] .first+.later{margin-top:0}[data-view=rest] .later h2{font-size:20px}
@media(max-width:479px){.page{padding-bottom:16px}.go{flex:1}.scale{gap:6px}.of-11{gap:0}.cell{height:72px}}
@media(prefers-reduced-motion:reduce){.bar i{transition:none}}`

export const STYLE = [COLOURS, FRAME, SCALE, SEND, VIEWS].join('\n').replace(/\n/g, '')
