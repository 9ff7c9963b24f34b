/// How the page looks and what it does by itself.
enum DocsStyle {
  static let css = """
    :root{--text:#1d2129;--quiet:#667085;--line:#e4e7ec;--back:#fff;--soft:#f7f8fa;--link:#1657c4;
    --get:#0b6e4f;--post:#1657c4;--put:#8a5300;--delete:#b42318;--code:#f2f4f7}
    @media(prefers-color-scheme:dark){:root{--text:#e4e7ec;--quiet:#98a2b3;--line:#2c3340;--back:#12151b;
    --soft:#191d25;--link:#8ab4f8;--get:#5fd3a6;--post:#8ab4f8;--put:#f2b866;--delete:#f79084;--code:#20252f}}
    *{box-sizing:border-box}
    html{scroll-padding-top:4.5rem}
    body{margin:0;font:15px/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei",
    "Noto Sans CJK SC",sans-serif;color:var(--text);background:var(--back)}
    a{color:var(--link);text-underline-offset:.15em}
    :focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:3px}
    main:focus{outline:none}
    code,pre{font:.87em/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
    code{background:var(--code);border-radius:4px;padding:.1em .35em;overflow-wrap:anywhere}
    .skip{position:absolute;left:-999px}
    .skip:focus{left:1rem;top:1rem;background:var(--back);padding:.5rem 1rem;z-index:3}
    header{position:sticky;top:0;z-index:2;display:flex;gap:1rem;align-items:center;
    justify-content:space-between;padding:.6rem 1.5rem;background:var(--back);border-bottom:1px solid var(--line)}
    .title{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline}
    .links{display:flex;gap:1rem;white-space:nowrap}
    h1{font-size:1.15rem;margin:0}
    h2{font-size:1.35rem;margin:2.6rem 0 .8rem}
    h3{font-size:1rem;margin:0 0 .3rem}
    h4{font-size:.85rem;margin:1.1rem 0 .4rem;color:var(--quiet);font-weight:600}
    .columns{display:grid;grid-template-columns:17rem minmax(0,1fr);max-width:80rem;margin:0 auto}
    nav{position:sticky;top:3.2rem;align-self:start;height:calc(100vh - 3.2rem);overflow:auto;
    padding:1rem 1rem 3rem 1.5rem;border-right:1px solid var(--line);font-size:.9rem}
    nav h2{font-size:.85rem;margin:1.2rem 0 .3rem}
    nav h2 a{color:var(--quiet);text-decoration:none}
    nav ul{list-style:none;margin:0;padding:0}
    nav li a{display:flex;gap:.5rem;align-items:baseline;padding:.18rem .3rem;color:var(--text);
    text-decoration:none;border-radius:4px}
    nav li a:hover,nav h2 a:hover{background:var(--soft)}
    nav .method{font-size:.62rem;min-width:3.2em}
    main{padding:1rem 2.5rem 6rem;min-width:0}
    main>section>h2{border-bottom:1px solid var(--line);padding-bottom:.3rem}
    .lead{font-size:1.05rem;color:var(--quiet);margin:.8rem 0 0}
    main p{margin:.5rem 0;max-width:46rem}
    article{padding:1.4rem 0;border-bottom:1px solid var(--line)}
    article:last-child{border-bottom:0}
    article h3{display:flex;flex-wrap:wrap;gap:.6rem;align-items:center}
    .path{background:none;padding:0;font-size:1rem}
    .summary{font-size:1rem}
    .method{font:700 .72rem/1.5 ui-monospace,Menlo,Consolas,monospace;color:var(--post)}
    h3 .method{border:1px solid currentColor;border-radius:4px;padding:.05rem .45rem}
    .get{color:var(--get)}.put,.patch{color:var(--put)}.delete{color:var(--delete)}
    .chip{font-size:.75rem;border:1px solid var(--line);color:var(--quiet);border-radius:99px;padding:.1rem .6rem}
    .quiet{color:var(--quiet);font-size:.85em}
    .command{position:relative;margin:.6rem 0}
    .command pre{margin:0;padding:.7rem 4.6rem .7rem .9rem;background:var(--code);border-radius:6px;
    white-space:pre-wrap;overflow-wrap:anywhere}
    .command code{background:none;padding:0}
    .command button{position:absolute;top:.4rem;right:.4rem;font:inherit;font-size:.75rem;color:var(--text);
    background:var(--back);border:1px solid var(--line);border-radius:4px;padding:.1rem .6rem;cursor:pointer}
    .table{overflow-x:auto;margin:.5rem 0}
    table{border-collapse:collapse;width:100%;font-size:.9rem}
    th{text-align:left;font-weight:600;color:var(--quiet);font-size:.8rem}
    th,td{padding:.4rem .8rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}
    main table{table-layout:fixed}
    .parameters th:first-child{width:30%}.parameters th:nth-child(2){width:5rem}
    .parameters th:nth-child(3){width:26%}.fields th:first-child{width:30%}.fields th:nth-child(2){width:30%}
    .answers th:first-child{width:4.5rem}.answers th:nth-child(2){width:44%}
    td code{overflow-wrap:anywhere}
    .status{font-weight:600;font-variant-numeric:tabular-nums}
    .s2,.s3{color:var(--get)}.s4{color:var(--put)}.s5{color:var(--delete)}
    @media(max-width:52rem){.columns{display:block}nav{position:static;height:auto;max-height:16rem;
    border-right:0;border-bottom:1px solid var(--line)}main{padding:1rem 1.2rem 4rem}header{padding:.6rem 1.2rem}}
    @media print{nav,.links,.command button{display:none}.columns{display:block}}
    """

  /// Shows the buttons where a click can copy.
  static func script(copied: String) -> String {
    """
    if(navigator.clipboard)for(const b of document.querySelectorAll(".command button")){
    b.hidden=false;const was=b.textContent;b.addEventListener("click",async()=>{
    await navigator.clipboard.writeText(b.previousElementSibling.textContent);
    b.textContent="\(copied)";setTimeout(()=>b.textContent=was,1500)})}
    """
  }
}
