/** The control page: shows what happens, and lets a person play the phones. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>iSendPro simulator</title>
<link rel="stylesheet" href="/_simulator/page.css">
<script src="/_simulator/page.js" defer></script>
</head>
<body>
<header>
<h1>iSendPro simulator</h1>
<code id="url"></code>
<span class="clock"><time id="now"></time>
<button data-advance="3600000">+1 hour</button>
<button data-advance="86400000">+1 day</button></span>
</header>
<main>
<section class="phones"><h2>Phones</h2><p class="empty">No message has arrived yet.</p><div id="phones"></div></section>
<section>
<h2>Account</h2><dl id="account"></dl>
<h2>Your pages</h2>
<form id="callbacks">
<label>Delivery receipts<input name="receiptUrl" type="url" placeholder="http://localhost:5678/webhook/…/delivery-receipts"></label>
<label>Replies<input name="replyUrl" type="url" placeholder="http://localhost:5678/webhook/…/replies"></label>
<button>Save</button> <output></output>
</form>
<h2>Reply as a phone</h2>
<form id="reply">
<label>From<input name="from" placeholder="0601020304" required></label>
<label>Text<input name="text" value="STOP" required></label>
<button>Send</button> <output></output>
</form>
</section>
<section class="wide"><h2>Requests</h2>
<table><thead><tr><th>No.</th><th>Time</th><th>Request</th><th>Method</th><th>Answer</th><th>Fault</th></tr></thead><tbody id="requests"></tbody></table></section>
<section class="wide"><h2>Calls to your pages</h2>
<table><thead><tr><th>Time</th><th>Kind</th><th>Attempt</th><th>Answer</th><th>Call</th><th>Next try</th></tr></thead><tbody id="calls"></tbody></table></section>
</main>
</body>
</html>
`;

export const PAGE_STYLE = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #0a7d6c; font: 15px/1.45 system-ui, sans-serif; }
* { box-sizing: border-box; }
body { margin: 0; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: .8rem 1.5rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.15rem; margin: 0; }
h2 { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; opacity: .7; margin: 1.4rem 0 .6rem; }
h2:first-child { margin-top: 0; }
.clock { margin-left: auto; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(16rem, 2fr); gap: 1.5rem; padding: 1.5rem; max-width: 80rem; margin: auto; }
.wide { grid-column: 1 / -1; overflow-x: auto; }
#phones { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: 1rem; }
.phone { border: 1px solid var(--line); border-radius: 1rem; padding: .8rem; max-height: 24rem; overflow-y: auto; }
.phone h3 { margin: 0 0 .6rem; font-size: .95rem; display: flex; justify-content: space-between; }
.phone h3 small { opacity: .6; font-weight: normal; }
.bubble { background: var(--soft); border-radius: .8rem .8rem .8rem .2rem; padding: .5rem .7rem; margin: .4rem 1.5rem .1rem 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.bubble.reply { background: var(--accent); color: #fff; border-radius: .8rem .8rem .2rem .8rem; margin: .4rem 0 .1rem 3rem; }
.bubble i { opacity: .6; }
.meta { font-size: .75rem; opacity: .65; margin-bottom: .5rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; margin: 0; }
dt { opacity: .65; } dd { margin: 0; }
form { display: grid; gap: .5rem; }
label { display: grid; font-size: .85rem; }
input { font: inherit; padding: .35rem .5rem; border: 1px solid var(--line); border-radius: .4rem; background: transparent; color: inherit; }
button { font: inherit; padding: .25rem .8rem; border: 1px solid var(--line); border-radius: .4rem; background: var(--soft); color: inherit; cursor: pointer; justify-self: start; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; }
th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
td pre { margin: .3rem 0 0; white-space: pre-wrap; overflow-wrap: anywhere; max-width: 45rem; }
td { overflow-wrap: break-word; }
td:nth-child(5) { overflow-wrap: anywhere; }
td:first-child { white-space: nowrap; }
.reply + .meta { text-align: right; }
.empty { opacity: .65; }
@media (max-width: 48rem) { main { grid-template-columns: 1fr; } }
`;
