extension PageTemplates {
  static let register = """
    {{<layout}}{{$title}}{{w.register}}{{/title}}{{$main}}
    <form class="box" method="post" action="/register" id="register">{{> guard}}
    <input type="hidden" name="next" value="{{#values}}{{next}}{{/values}}{{^values}}{{query.next}}{{/values}}">
    <label for="phone">{{w.phone}}</label><input id="phone" name="phone" inputmode="numeric" autocomplete="tel-national" required value="{{values.phone}}">
    <label for="name">{{w.name}}</label><input id="name" name="name" autocomplete="name" maxlength="50" value="{{values.name}}">
    <label for="password">{{w.password}}</label><input id="password" name="password" type="password" autocomplete="new-password" minlength="6" required>
    <button>{{w.register}}</button></form>
    <p>{{w.haveAccount}} <a href="/login">{{w.login}}</a></p>
    {{/main}}{{/layout}}
    """

  static let login = """
    {{<layout}}{{$title}}{{w.login}}{{/title}}{{$main}}
    <form class="box" method="post" action="/login" id="login">{{> guard}}
    <input type="hidden" name="next" value="{{#values}}{{next}}{{/values}}{{^values}}{{query.next}}{{/values}}">
    <label for="phone">{{w.phone}}</label><input id="phone" name="phone" inputmode="numeric" autocomplete="tel-national" required value="{{values.phone}}">
    <label for="password">{{w.password}}</label><input id="password" name="password" type="password" autocomplete="current-password" required>
    <button>{{w.login}}</button></form>
    <p>{{w.noAccount}} <a href="/register">{{w.register}}</a></p>
    {{/main}}{{/layout}}
    """

  static let account = """
    {{<layout}}{{$title}}{{w.account}}{{/title}}{{$main}}
    {{#query.earned}}<p id="signed-in" role="status" data-points="{{query.earned}}" data-total="{{query.total}}">{{w.signedIn}} +{{query.earned}}</p>{{/query.earned}}
    {{#member}}<dl>
    <dt>{{w.memberId}}</dt><dd id="member-id">{{memberId}}</dd>
    <dt>{{w.phone}}</dt><dd id="member-phone">{{phone}}</dd>
    <dt>{{w.name}}</dt><dd id="member-name">{{name}}</dd>
    <dt>{{w.email}}</dt><dd id="member-email">{{email}}</dd>
    <dt>{{w.birthday}}</dt><dd id="member-birthday">{{birthday}}</dd>
    <dt>{{w.city}}</dt><dd id="member-city">{{city}}</dd>
    <dt>{{w.level}}</dt><dd id="level" data-level="{{level}}">{{levelText}}</dd>
    <dt>{{w.points}}</dt><dd><a href="/points" id="member-points">{{points}}</a></dd>
    <dt>{{w.services}}</dt><dd id="services">{{#purchasedServices}}<span class="service">{{.}}</span> {{/purchasedServices}}</dd>
    {{#referral}}<dt>{{w.invitation}}</dt><dd id="invitation" data-invited="{{invited}}" data-earned="{{points}}"><code>{{code}}</code></dd>{{/referral}}
    {{#perks}}{{#items}}<dt>{{nameText}}</dt><dd id="perk-{{perk}}" data-purchases="{{purchases}}" data-coupon="{{couponId}}">{{purchases}} / {{needed}}</dd>{{/items}}{{/perks}}
    </dl>
    <form class="box" method="post" action="/account/sign-in" id="sign-in">{{> guard}}<button>{{w.signIn}}</button></form>
    <h2>{{w.profile}}</h2>
    <form class="box" method="post" action="/account" id="profile">{{> guard}}<input type="hidden" name="version" value="{{version}}">
    <label for="name">{{w.name}}</label><input id="name" name="name" maxlength="50" required value="{{name}}">
    <label for="email">{{w.email}}</label><input id="email" name="email" type="email" value="{{email}}">
    <label for="birthday">{{w.birthday}}</label><input id="birthday" name="birthday" type="date" value="{{birthday}}">
    <label for="city">{{w.city}}</label><input id="city" name="city" value="{{city}}">
    <button>{{w.save}}</button></form>{{/member}}
    <h2>{{w.changePassword}}</h2>
    <form class="box" method="post" action="/account/password" id="password-form">{{> guard}}
    <label for="old">{{w.oldPassword}}</label><input id="old" name="old" type="password" autocomplete="current-password" required>
    <label for="new">{{w.newPassword}}</label><input id="new" name="new" type="password" autocomplete="new-password" minlength="6" required>
    <button>{{w.changePassword}}</button></form>
    <h2>{{w.security}}</h2>
    <form class="row" method="post" action="/logout" id="logout-everywhere">{{> guard}}<input type="hidden" name="everywhere" value="yes"><button class="quiet">{{w.logoutEverywhere}}</button></form>
    <form class="row" method="post" action="/account/unbind" id="unbind">{{> guard}}<button class="quiet">{{w.unbind}}</button></form>
    <form class="row" method="post" action="/account/delete" id="delete">{{> guard}}<label class="sure"><input type="checkbox" name="sure" value="yes" required> {{w.sure}}</label><button class="quiet">{{w.deleteAccount}}</button></form>
    {{/main}}{{/layout}}
    """
}
