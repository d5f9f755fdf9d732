import { STYLE } from '../style'

const FRAME = `html{-webkit-text-size-adjust:100%}body{margin:0;background:var(--surface);color:var(--text)}
.page{display:flex;flex-direction:column;min-height:100vh;min-height:100dvh;max-width:640px;margin:0 auto;padding:31px 20px 24px;overflow-wrap:anywhere;
font:16px/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
header{display:flex;flex-wrap:wrap;gap:8px 16px;justify-content:space-between;align-items:baseline}.brand{font-size:15px}
nav{display:flex;flex-wrap:wrap;gap:4px 14px;font-size:13px}nav a,nav b{padding:13px 0;margin:-9px 0}nav b{font-weight:500;color:var(--text-2)}
main{flex:1;display:flex;flex-direction:column;justify-content:center;padding:28px 0}footer{font-size:12px;color:var(--text-3)}footer a{color:inherit}
.one h2,.first h2,.thanks h1,.thanks h2{font-size:24px;line-height:1.28;letter-spacing:-.018em}.as-consent h2{font-size:20px}
.rated,.boxes,textarea,.question>[type=text]{margin-top:24px}.all .question+.question .rated,.all .question+.question .boxes,.all textarea,.all [type=text]{margin-top:14px}
.all .question+.question h2{font-size:18px}
.bar{position:fixed;inset:0 0 auto;height:3px;background:var(--sunken)}.all .bar{display:none}
.bar i{display:block;height:3px;width:0;background:var(--accent);transition:width .24s cubic-bezier(.2,.7,.2,1)}
@media(max-width:479px){.page{padding-bottom:16px}.go{flex:1}a.go{flex:none}}@media(prefers-reduced-motion:reduce){.bar i{transition:none}}`

/** The whole style of the page that asks. */
export const PAGE_STYLE = STYLE + FRAME.replace(/\n/g, '')
