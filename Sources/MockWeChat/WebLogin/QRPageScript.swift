import MockKit

/// What the page with the picture does: it asks each second what has become of the picture, as
/// WeChat's own page does, and lets people play the phone.
enum QRPageScript {
  static func text(_ words: QRPageWords) -> String {
    let states = (try? JSONText.string(words.states)) ?? "{}"
    return """
      (()=>{
      const words=\(states.replacing("<", with: "\\u003c"));
      const at=id=>document.getElementById(id);
      const id=at("login").dataset.login,control=`/_control/qr-logins/${id}`;
      let last=408,over=false;
      const show=number=>{
      at("state").textContent=words[number]??"";
      at("decide").hidden=number!==404;at("again").hidden=number!==402;
      at("people").hidden=[402,404,405].includes(number);
      if(number===404&&last!==404)at("confirm").focus();
      last=number};
      const leave=async()=>{
      const {redirect}=await (await fetch(control)).json();
      if(redirect){over=true;location.replace(redirect)}};
      const ask=async()=>{
      try{
      const text=await (await fetch(`/connect/l/qrconnect?uuid=${id}&last=${last}`)).text();
      const number=Number(/wx_errcode=(\\d+)/.exec(text)?.[1]??0);
      if(over)return;
      show(number);
      if(number===402)over=true;
      if(number===405||number===403)await leave();
      }catch{show(0)}};
      const act=async(step,body)=>{
      try{await fetch(`${control}/${step}`,{method:"POST",body:JSON.stringify(body)})}catch{}
      await ask()};
      for(const button of document.querySelectorAll("[data-phone]"))
      button.addEventListener("click",()=>act("scan",{phone:button.dataset.phone}));
      at("confirm").addEventListener("click",()=>act("confirm",{}));
      at("deny").addEventListener("click",()=>act("deny",{}));
      const round=async()=>{await ask();if(!over)setTimeout(round,1000)};
      setTimeout(round,1000);
      })();
      """
  }
}
