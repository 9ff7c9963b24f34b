import LinkageCore
import LinkageFunctions
import Testing

@Suite("Forms of well-known frameworks")
struct FormPageTests {
  @Test("Django: the token and the defaults go along, and the action is the page's own")
  func django() throws {
    let form = try fill(
      """
      <!DOCTYPE html><html lang="en"><body>
      <form action="/search/" method="get"><input type="search" name="q"></form>
      <form id="register_form" action="/accounts/register/" method="post" novalidate>
        <input type="hidden" name="csrfmiddlewaretoken" value="Zx9&amp;tok">
        <label>Email <input type="email" name="registration-email" required></label>
        <input type="password" name="registration-password1">
        <input type="password" name="registration-password2">
        <input type="hidden" name="registration-redirect_url" value="">
        <button name="registration_submit" type="submit" value="Register">Register</button>
      </form>
      """,
      [
        "registration-email": "a@example.com", "registration-password1": "p w",
        "registration-password2": "p w",
      ], selector: "#register_form")
    #expect(form.action == "https://shop.example/accounts/register/")
    #expect(form.method == .post)
    #expect(form.encoding == .urlencoded)
    #expect(
      form.urlEncoded
        == "csrfmiddlewaretoken=Zx9%26tok&registration-email=a%40example.com"
        + "&registration-password1=p+w&registration-password2=p+w&registration-redirect_url="
        + "&registration_submit=Register")
  }

  @Test("Rails: utf8, the token, and the hidden twin of a checkbox")
  func rails() throws {
    let page = """
      <form class="new_user" id="new_user" action="/users" accept-charset="UTF-8" method="post">
      <input name="utf8" type="hidden" value="&#x2713;" />
      <input type="hidden" name="authenticity_token" value="a+b/c==" />
      <input type="text" name="user[email]" id="user_email" />
      <input name="user[remember_me]" type="hidden" value="0" />
      <input type="checkbox" value="1" name="user[remember_me]" />
      <input type="submit" name="commit" value="Sign up" data-disable-with="Sign up" />
      </form>
      """
    let unchecked = try fill(page, ["user[email]": "x@y.z"])
    #expect(
      unchecked.lines == [
        "utf8=✓", "authenticity_token=a+b/c==", "user[email]=x@y.z", "user[remember_me]=0",
        "commit=Sign up",
      ])
    #expect(unchecked.urlEncoded.hasPrefix("utf8=%E2%9C%93&authenticity_token=a%2Bb%2Fc%3D%3D&"))
    for value in ["true", "1"] {
      let checked = try fill(page, ["user[remember_me]": value])
      #expect(checked.lines.filter { $0.hasPrefix("user[rem") }.map { $0.last } == ["0", "1"])
    }
    for value in ["false", "0"] {
      let not = try fill(page, ["user[remember_me]": value])
      #expect(not.lines.filter { $0.hasPrefix("user[rem") } == ["user[remember_me]=0"])
    }
  }

  @Test("Laravel: _token and _method, and an address that is absolute")
  func laravel() throws {
    let form = try fill(
      """
      <form method="POST" action="https://shop.example/profile" enctype="multipart/form-data">
        <input type="hidden" name="_token" value="q1w2" autocomplete="off">
        <input type="hidden" name="_method" value="PUT">
        <input type="file" name="avatar"><textarea name="about">
      first line
      second</textarea>
      </form>
      """)
    #expect(form.encoding == .multipart)
    #expect(
      form.fields == [
        .init(name: "_token", value: "q1w2"), .init(name: "_method", value: "PUT"),
        .init(name: "avatar", value: "", isFile: true),
        .init(name: "about", value: "first line\r\nsecond"),
      ])
  }

  @Test("WordPress: single quotes, the redirect, and the button's own name")
  func wordpress() throws {
    let form = try fill(
      """
      <form name="loginform" id='loginform' action="https://blog.example/wp-login.php" method=post>
      <input type="text" name="log" id="user_login" class="input" value="" size="20" />
      <input type="password" name="pwd" /><input name="rememberme" type="checkbox" value="forever" />
      <p class="submit"><input type="submit" name="wp-submit" value="Log In" />
      <input type="hidden" name="redirect_to" value="https://blog.example/wp-admin/" /></p></form>
      """, ["log": "admin", "pwd": "p", "rememberme": "forever"])
    #expect(
      form.lines == [
        "log=admin", "pwd=p", "rememberme=forever", "wp-submit=Log In",
        "redirect_to=https://blog.example/wp-admin/",
      ])
  }

  @Test("Chinese text in names, values, options and given fields")
  func chinese() throws {
    let form = try fill(
      """
      <META charset=gbk><form method=post action="/会员/注册?来源=官网"><input name=姓名>
      <select name=城市><option>北京</option><option value=sh>上海</option></select>
      <input type=radio name=会员 value=金卡 checked><button>提交</button></form>
      """, ["姓名": "王伟", "城市": "上海"])
    #expect(form.lines == ["姓名=王伟", "城市=sh", "会员=金卡"])
    #expect(
      form.action
        == "https://shop.example/%E4%BC%9A%E5%91%98/%E6%B3%A8%E5%86%8C?"
        + "%E6%9D%A5%E6%BA%90=%E5%AE%98%E7%BD%91")
    #expect(form.urlEncoded.hasPrefix("%E5%A7%93%E5%90%8D=%E7%8E%8B%E4%BC%9F&"))
  }

  @Test("broken HTML is read as browsers read it")
  func broken() throws {
    let form = try fill(
      """
      <TABLE><FORM ACTION=save.php METHOD=Post><TR><TD><INPUT NAME=a VALUE=1&amp;2>
      <TD><b><i>x</b></i><INPUT TYPE=CHECKBOX NAME=b CHECKED><TR><TD><SELECT NAME=c><OPTION>one
      <OPTION SELECTED>two &lt; three</SELECT></TR></TABLE><div><INPUT NAME=d VALUE='it&apos;s
      long'</div></FORM><INPUT NAME=outside>
      """)
    #expect(form.action == "https://shop.example/accounts/register/save.php")
    #expect(form.method == .post)
    #expect(form.lines == ["a=1&2", "b=on", "c=two < three", "d=it'slong"])
  }

  @Test("a form inside of a form is none, and its fields are the outer one's")
  func nested() throws {
    let form = try fill(
      "<form action=/a><input name=x><form action=/b><input name=y></form><input name=z></form>")
    #expect(form.lines == ["x=", "y="])
    #expect(form.action == "https://shop.example/a")
  }

  @Test("what is written in scripts, comments, titles and templates is no form")
  func inert() throws {
    let form = try fill(
      """
      <title><form></title><script>"<form><input name=s>"</script><!-- <form> <input name=c> -->
      <template><form><input name=t></form></template>
      <form><input name=a><template><input name=u></template><textarea name=b><input name=v>
      </textarea></form>
      """)
    #expect(form.lines == ["a=", "b=<input name=v>\r\n"])
  }
}
