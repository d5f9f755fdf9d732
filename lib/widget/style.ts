// What a form looks like, on its own page and in the shadow of somebody else's. Nothing on a scale has a colour until it is
// chosen, and then all have the same.

const DARK = `color-scheme:dark;--surface:#161b20;--sunken:#0c0f13;--border:#29313a;--field:#6f7b88;--text:#eceff2;--text-2:#b4bdc7;
--text-3:#97a1ad;--accent:#6cc3d2;--accent-hover:#8ad3df;--accent-soft:#14323a;--on-accent:#06242b;--line:#6cc3d2;--focus:#6ab7f5;--danger:#ff9a90`

const PALETTE = `:root,:host{color-scheme:light;--surface:#fff;--sunken:#eef0f2;--border:#e2e5e9;--field:#868f9b;--text:#14191f;--text-2:#4a5462;
--text-3:#626c79;--accent:#0d5c6b;--accent-hover:#0a4b58;--accent-soft:#e4f0f2;--on-accent:#fff;--line:#0d5c6b;--focus:#0b6fb8;--danger:#a3261d}
@media(prefers-color-scheme:dark){:root:not([data-theme=light]),:host(:not([data-theme=light])){${DARK}}}
:root[data-theme=dark],:host([data-theme=dark]){${DARK}}`

const TEXT = `*{box-sizing:border-box}[hidden]{display:none!important}
.ask{container-type:inline-size;width:100%;color:var(--text);overflow-wrap:anywhere;font:16px/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
-webkit-font-smoothing:antialiased}h1,h2,p,fieldset,legend{margin:0;padding:0;border:0;min-width:0}
h1,h2{overflow-wrap:anywhere;text-wrap:balance;font-weight:600;outline:none}h2{font-size:20px;line-height:1.3;letter-spacing:-.012em}
legend{width:100%}:lang(ar) h2,:lang(he) h2{letter-spacing:0}.optional{font-weight:400;font-size:13px;letter-spacing:0;color:var(--text-3);white-space:nowrap}
.question:not([hidden])~.question{margin-top:36px}.hint,.where{margin-top:6px;font-size:14px;color:var(--text-2)}.where{margin:0 0 8px}
.sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.trap{position:absolute;width:1px;height:1px;overflow:hidden;opacity:0;pointer-events:none}
button:focus-visible,a:focus-visible,textarea:focus-visible,input:focus-visible,input:focus-visible+.cell{outline:2px solid var(--focus);outline-offset:2px}
input:focus-visible+.cell{z-index:3}`

// The radio or box lies over its cell, so the look needs no :has and the target is the whole cell.
const CONTROLS = `label{position:relative;display:block;cursor:pointer}.scale input,.boxes input{position:absolute;z-index:4;width:18px;height:18px;margin:0;
border:1.5px solid var(--field);border-radius:50%;background:var(--surface);-webkit-appearance:none;appearance:none;outline:none!important;cursor:pointer}
.scale input{left:50%;top:13px;margin-left:-9px}.scale input:checked,.boxes [type=radio]:checked{border:5.5px solid var(--line)}
.rated,.boxes,textarea,.question>[type=text]{margin-top:20px}.rated{display:flex;flex-direction:column;gap:8px}
.scale{display:grid;grid-template-columns:repeat(6,minmax(0,1fr));gap:6px}.of-5 .scale{grid-template-columns:repeat(5,minmax(0,1fr))}
.of-7 .scale{grid-template-columns:repeat(7,minmax(0,1fr))}.cell{position:relative;display:flex;align-items:center;justify-content:center;height:64px;padding-top:27px;
border:1px solid var(--field);border-radius:6px;font-weight:500;font-variant-numeric:tabular-nums;background:var(--surface)}
label:hover .cell{background:var(--sunken)}input:checked+.cell{background:var(--accent-soft);border-color:var(--line);box-shadow:inset 0 0 0 1px var(--line);z-index:1}
@container(max-width:479px){.of-11 .ends{display:contents}}
@container(min-width:480px){.scale{gap:8px}.of-11 .scale{grid-template-columns:repeat(11,minmax(0,1fr));gap:0}.of-11 label+label{margin-inline-start:-1px}.of-11 .cell{border-radius:0}
.of-11 label:first-child .cell{border-start-start-radius:10px;border-end-start-radius:10px}.of-11 label:last-child .cell{border-start-end-radius:10px;border-end-end-radius:10px}}
.faces .cell{height:86px}.faces .cell .face{color:var(--text-2)}.faces input:checked+.cell .face{color:var(--text)}
.ends{display:flex;justify-content:space-between;gap:16px;font-size:13px;color:var(--text-2)}.ends :first-child{order:-1}.ends :last-child{align-self:end;text-align:end}
.boxes{display:grid;gap:8px}.pills{display:flex;flex-wrap:wrap}.boxes input{inset-inline-start:14px;top:13px}.boxes [type=checkbox]{border-radius:4px}
.boxes .cell{justify-content:start;height:auto;min-height:44px;padding:9px 14px 9px 42px;font-weight:400}
.ask[dir=rtl] .boxes .cell{padding:9px 42px 9px 14px}.pills .cell{border-radius:22px;padding-inline-end:18px}
.boxes [type=checkbox]:checked{background:var(--line);border-color:var(--line)}
.boxes [type=checkbox]:checked::before{content:"";position:absolute;left:4.5px;top:.5px;width:4px;height:9px;border:solid var(--surface);border-width:0 2px 2px 0;transform:rotate(42deg)}
textarea,.question>[type=text]{display:block;width:100%;min-height:112px;padding:10px 12px;border:1px solid var(--field);border-radius:6px;background:var(--surface);
color:var(--text);font:inherit;resize:vertical}.question>[type=text]{min-height:46px}`

const SEND = `.fault:not(:empty),.note:not(:empty){margin-top:10px;font-size:14px;color:var(--danger)}.fault:not(:empty)::before{content:"\\26A0\\FE0E\\00A0"}
.note.calm:not(:empty){color:var(--text-2)}.send{display:flex;flex-wrap:wrap;gap:10px;margin-top:28px}.go,.ghost{min-height:46px;padding:0 18px;border:0;border-radius:6px;
background:none;color:var(--text-2);font:inherit;cursor:pointer}.go{min-width:113px;padding:0 22px;background:var(--accent);color:var(--on-accent);font-weight:500}
.go:hover{background:var(--accent-hover)}.ghost:hover{background:var(--sunken)}.go[aria-disabled=true]{opacity:.6;cursor:default}
a{color:var(--line);text-underline-offset:2px}a.go{display:inline-flex;align-items:center;margin-top:10px;color:var(--on-accent);text-decoration:none}
.thanks p{margin-top:10px;color:var(--text-2);white-space:pre-line}`

export const STYLE = [PALETTE, TEXT, CONTROLS, SEND].join('').replace(/\n/g, '')
