/// The templates, in Mustache, by name. Ids and `data-` attributes are what programs read: they are
/// the same in every language.
package enum PageTemplates {
  package static let all: [String: String] = [
    "layout": layout, "style": style, "guard": guardFields, "problem": problem,
    "failure": failure, "privacy": privacy,
    "register": register, "login": login, "account": account,
    "products": products, "product": product, "orders": orders, "order": order,
    "afterSales": afterSales, "afterSalesCase": afterSalesCase, "afterSalesForm": afterSalesForm,
    "points": points,
    "coupons": coupons, "notifications": notifications, "entry": entry,
    "inquiries": inquiries, "inquiry": inquiry, "solutions": solutions, "solution": solution,
    "booking": booking, "bookingForms": bookingForms,
    "library": library, "report": report, "downloads": downloads,
  ]
}
