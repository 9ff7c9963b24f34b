extension PageTemplates {
  static let products = """
    {{<layout}}{{$title}}{{w.products}}{{/title}}{{$main}}
    {{#categories}}<p>{{#items}}<a href="/products?category={{category}}">{{nameText}}</a> {{/items}}</p>{{/categories}}
    <ul class="cards" id="products">{{#products}}{{#items}}<li class="card" data-sku="{{sku}}"><h2><a href="/products/{{sku}}">{{nameText}}</a></h2>
    <p><span class="price">¥{{price}}</span> <span class="soft">{{w.stock}} <span class="stock">{{stock}}</span></span></p></li>{{/items}}{{/products}}</ul>
    {{#productsNext}}<p><a rel="next" href="{{productsNext}}">{{w.more}}</a></p>{{/productsNext}}
    {{/main}}{{/layout}}
    """

  static let product = """
    {{<layout}}{{$title}}{{#product}}{{nameText}}{{/product}}{{/title}}{{$main}}
    {{#product}}<dl><dt>{{w.price}}</dt><dd>¥<span id="price">{{price}}</span></dd><dt>{{w.stock}}</dt><dd id="stock">{{stock}}</dd></dl>
    {{#me}}<form class="box" method="post" action="/products/{{sku}}/order" id="order">{{> guard}}<input type="hidden" name="sku" value="{{sku}}">
    <label for="quantity">{{w.quantity}}</label><input id="quantity" name="quantity" type="number" min="1" max="999" required value="{{#values}}{{quantity}}{{/values}}{{^values}}1{{/values}}">
    <label for="address-name">{{w.recipient}}</label><input id="address-name" name="address-name" autocomplete="name" required value="{{values.address-name}}">
    <label for="address-phone">{{w.phone}}</label><input id="address-phone" name="address-phone" autocomplete="tel" required value="{{values.address-phone}}">
    <label for="address-line">{{w.address}}</label><input id="address-line" name="address-line" autocomplete="street-address" required value="{{values.address-line}}">
    <label for="couponId">{{w.coupon}}</label><select id="couponId" name="couponId"><option value="">{{w.noCoupon}}</option>{{#coupons}}{{#items}}{{#is_issued}}<option value="{{couponId}}">{{name}} −{{discount}}</option>{{/is_issued}}{{/items}}{{/coupons}}</select>
    <button>{{w.placeOrder}}</button></form>
    <p><a href="/inquiries?sku={{sku}}" id="ask">{{w.newInquiry}}</a></p>{{/me}}
    {{^me}}<p><a href="/login?next=/products/{{sku}}">{{w.loginToOrder}}</a></p>{{/me}}{{/product}}
    {{/main}}{{/layout}}
    """

  static let orders = """
    {{<layout}}{{$title}}{{w.orders}}{{/title}}{{$main}}
    {{#orders}}{{#itemsAny}}<div class="scroll"><table id="orders"><thead><tr><th>{{w.order}}</th><th>{{w.createdAt}}</th><th>{{w.status}}</th><th class="number">{{w.amount}}</th></tr></thead>
    <tbody>{{#items}}<tr data-order="{{orderId}}" data-status="{{status}}"><td><a href="/orders/{{orderId}}">{{orderId}}</a></td><td><time datetime="{{createdAt}}">{{createdAtText}}</time></td><td>{{statusText}}</td><td class="number">¥{{amount}}{{#refundedAmount}} <span class="soft">−¥{{refundedAmount}}</span>{{/refundedAmount}}</td></tr>{{/items}}</tbody></table></div>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noOrders}} <a href="/">{{w.products}}</a></p>{{/itemsAny}}{{/orders}}
    {{#ordersNext}}<p><a rel="next" href="{{ordersNext}}">{{w.more}}</a></p>{{/ordersNext}}
    <p><a href="/after-sales">{{w.afterSales}}</a></p>
    {{/main}}{{/layout}}
    """

  static let order = """
    {{<layout}}{{$title}}{{w.order}} {{#order}}{{orderId}}{{/order}}{{/title}}{{$main}}
    {{#order}}<dl>
    <dt>{{w.order}}</dt><dd id="order-id">{{orderId}}</dd>
    <dt>{{w.memberId}}</dt><dd id="order-member">{{memberId}}</dd>
    <dt>{{w.status}}</dt><dd id="order-status" data-status="{{status}}" data-version="{{version}}">{{statusText}}</dd>
    <dt>{{w.origin}}</dt><dd id="order-origin" data-origin="{{origin}}">{{originText}}</dd>
    <dt>{{w.createdAt}}</dt><dd><time datetime="{{createdAt}}">{{createdAtText}}</time></dd>
    <dt>{{w.itemsAmount}}</dt><dd>¥<span id="items-amount">{{itemsAmount}}</span></dd>
    <dt>{{w.memberDiscount}}</dt><dd>−¥<span id="member-discount">{{memberDiscount}}</span></dd>
    <dt>{{w.fullReduction}}</dt><dd>−¥<span id="full-reduction">{{fullReduction}}</span></dd>
    <dt>{{w.groupDiscount}}</dt><dd>−¥<span id="group-discount">{{groupDiscount}}</span></dd>
    <dt>{{w.couponDiscount}}</dt><dd>−¥<span id="coupon-discount">{{couponDiscount}}</span></dd>
    <dt>{{w.amount}}</dt><dd class="price">¥<span id="amount">{{amount}}</span></dd>
    {{#couponId}}<dt>{{w.coupon}}</dt><dd id="order-coupon">{{couponId}}</dd>{{/couponId}}
    {{#groupId}}<dt>{{w.group}}</dt><dd id="order-group">{{groupId}}</dd>{{/groupId}}
    {{#refundedAmount}}<dt>{{w.refundedAmount}}</dt><dd>¥<span id="refunded-amount">{{refundedAmount}}</span></dd>{{/refundedAmount}}
    {{#address}}<dt>{{w.recipient}}</dt><dd id="order-address"><span id="address-name">{{name}}</span> <span id="address-phone">{{phone}}</span> <span id="address-line">{{line}}</span></dd>{{/address}}
    </dl>
    <div class="scroll"><table id="items"><thead><tr><th>{{w.product}}</th><th class="number">{{w.price}}</th><th class="number">{{w.quantity}}</th></tr></thead>
    <tbody>{{#items}}<tr data-sku="{{sku}}"><td>{{name}}</td><td class="number">{{price}}</td><td class="number">{{quantity}}</td></tr>{{/items}}</tbody></table></div>
    {{#is_created}}<form class="row" method="post" action="/orders/{{orderId}}/pay" id="pay">{{> guard}}<button>{{w.pay}}</button></form>
    <form class="row" method="post" action="/orders/{{orderId}}/cancel" id="cancel">{{> guard}}<button class="quiet">{{w.cancel}}</button></form>{{/is_created}}
    {{#is_paid}}<form class="row" method="post" action="/orders/{{orderId}}/refund" id="refund">{{> guard}}<button class="quiet">{{w.refund}}</button></form>{{/is_paid}}
    {{#is_shipped}}<form class="row" method="post" action="/orders/{{orderId}}/confirm" id="confirm">{{> guard}}<button>{{w.confirm}}</button></form>{{/is_shipped}}
    {{#is_paid}}{{> afterSalesForm}}{{/is_paid}}{{#is_shipped}}{{> afterSalesForm}}{{/is_shipped}}{{#is_completed}}{{> afterSalesForm}}{{/is_completed}}
    {{/order}}{{/main}}{{/layout}}
    """

  static let afterSalesForm = """
    <h2>{{w.afterSales}}</h2><form class="box" method="post" action="/orders/{{orderId}}/after-sales" id="after-sales">{{> guard}}
    <label for="kind">{{w.kind}}</label><select id="kind" name="kind"><option value="refund">{{w.kind_refund}}</option><option value="return">{{w.kind_return}}</option></select>
    <label for="reason">{{w.reason}}</label><input id="reason" name="reason" required maxlength="200" value="{{values.reason}}">
    <label for="refund-amount">{{w.amount}}</label><input id="refund-amount" name="amount" inputmode="decimal" placeholder="{{amount}}" value="{{values.amount}}">
    <button>{{w.request}}</button></form>
    """

  static let afterSales = """
    {{<layout}}{{$title}}{{w.afterSales}}{{/title}}{{$main}}
    {{#cases}}{{#itemsAny}}<div class="scroll"><table id="cases"><thead><tr><th>{{w.afterSales}}</th><th>{{w.order}}</th><th>{{w.status}}</th><th class="number">{{w.amount}}</th></tr></thead>
    <tbody>{{#items}}<tr data-case="{{afterSalesId}}" data-status="{{status}}"><td><a href="/after-sales/{{afterSalesId}}">{{afterSalesId}}</a></td><td>{{orderId}}</td><td>{{statusText}}</td><td class="number">¥{{amount}}</td></tr>{{/items}}</tbody></table></div>{{/itemsAny}}
    {{^itemsAny}}<p id="none">{{w.noAfterSales}}</p>{{/itemsAny}}{{/cases}}
    {{#casesNext}}<p><a rel="next" href="{{casesNext}}">{{w.more}}</a></p>{{/casesNext}}
    {{/main}}{{/layout}}
    """

  static let afterSalesCase = """
    {{<layout}}{{$title}}{{w.afterSales}}{{/title}}{{$main}}
    {{#case}}<dl>
    <dt>{{w.afterSales}}</dt><dd id="case-id">{{afterSalesId}}</dd>
    <dt>{{w.order}}</dt><dd><a href="/orders/{{orderId}}" id="case-order">{{orderId}}</a></dd>
    <dt>{{w.kind}}</dt><dd id="case-kind" data-kind="{{kind}}">{{kindText}}</dd>
    <dt>{{w.reason}}</dt><dd id="case-reason">{{reason}}</dd>
    <dt>{{w.amount}}</dt><dd>¥<span id="case-amount">{{amount}}</span></dd>
    <dt>{{w.status}}</dt><dd id="case-status" data-status="{{status}}" data-version="{{version}}">{{statusText}}</dd>
    {{#note}}<dt>{{w.note}}</dt><dd id="case-note">{{note}}</dd>{{/note}}
    </dl>
    {{#is_requested}}<form class="row" method="post" action="/after-sales/{{afterSalesId}}/withdraw" id="withdraw">{{> guard}}<button class="quiet">{{w.withdraw}}</button></form>{{/is_requested}}
    {{/case}}{{/main}}{{/layout}}
    """
}
