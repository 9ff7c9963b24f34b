import Testing

/// What a server sets, and what it gets back.
struct CookieRow: Sendable, CustomTestStringConvertible {
  struct Read: Sendable {
    /// Host and path.
    var place: String
    var cookies: [String]
  }

  var testDescription: String
  /// Host and path of the request that is answered with them.
  var place: String
  /// What stands behind `Set-Cookie: `; the inner lists are answers one after the other.
  var answers: [[String]]
  var reads: [Read]

  init(
    _ description: String, at place: String = "shop.example/a/b", _ answers: [String]...,
    reads: KeyValuePairs<String, [String]>
  ) {
    testDescription = description
    self.place = place
    self.answers = answers
    self.reads = reads.map { Read(place: $0.key, cookies: $0.value) }
  }

  static let ages = [
    CookieRow(
      "dates of all three forms, in the future",
      [
        "a=1; Expires=Fri, 31 Dec 2049 23:59:59 GMT", "b=1; Expires=Friday, 31-Dec-49 23:59:59 GMT",
        "c=1; Expires=Fri Dec 31 23:59:59 2049",
        "d=1; expires=Fri, 31-Dec-2049 23:59:59 GMT; path=/",
      ], reads: ["shop.example/a/b": ["a=1", "b=1", "c=1", "d=1"]]),
    CookieRow(
      "dates of all three forms, in the past", ["a=1", "b=1", "c=1", "d=1"],
      [
        "a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT",
        "b=1; Expires=Wednesday, 21-Oct-15 07:28:00 GMT", "c=1; Expires=Wed Oct 21 07:28:00 2015",
        "d=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
      ], reads: ["shop.example/a/b": []]),
    CookieRow(
      "a date that is none leaves a cookie of the session", ["a=1; Expires=tomorrow"],
      reads: ["shop.example/a/b": ["a=1"]]),
    CookieRow(
      "an age of nothing or less deletes", ["a=1", "b=1", "c=1"],
      ["a=; Max-Age=0", "b=; Max-Age=-1", "c=; Max-Age=60"], reads: ["shop.example/a/b": ["c="]]),
    CookieRow(
      "an age goes before a date",
      [
        "a=1; Max-Age=60; Expires=Wed, 21 Oct 2015 07:28:00 GMT",
        "b=1; Expires=Fri, 31 Dec 2049 23:59:59 GMT; Max-Age=0",
      ], reads: ["shop.example/a/b": ["a=1"]]),
    CookieRow(
      "an age beyond all numbers is for ever", ["a=1; Max-Age=99999999999999999999"],
      reads: ["shop.example/a/b": ["a=1"]]),
  ]

  static let places = [
    CookieRow(
      "a path holds for itself and what lies below it",
      ["a=1; Path=/", "b=1; Path=/a", "c=1; Path=/a/", "d=1; Path=/elsewhere", "e=1"],
      reads: [
        "shop.example/": ["a=1"], "shop.example/a": ["a=1", "b=1", "c=1", "e=1"],
        "shop.example/a/b/c": ["a=1", "b=1", "c=1", "e=1"], "shop.example/ab": ["a=1"],
        "shop.example/elsewhere": ["a=1", "d=1"],
      ]),
    CookieRow(
      "the same name on two paths is two cookies", ["a=1; Path=/", "a=2; Path=/a"],
      reads: ["shop.example/": ["a=1"], "shop.example/a": ["a=1", "a=2"]]),
    CookieRow(
      "without a domain only the very host gets it",
      [
        "own=1; Path=/", "all=1; Path=/; Domain=shop.example",
        "dot=1; Path=/; Domain=.shop.example",
      ],
      reads: [
        "shop.example/": ["all=1", "dot=1", "own=1"], "www.shop.example/": ["all=1", "dot=1"],
        "myshop.example/": [], "other.example/": [],
      ]),
    CookieRow(
      "a host may set for its parent and nobody else", at: "www.shop.example/",
      [
        "up=1; Domain=shop.example", "down=1; Domain=a.www.shop.example",
        "aside=1; Domain=api.shop.example", "other=1; Domain=other.example",
      ],
      reads: [
        "www.shop.example/": ["up=1"], "shop.example/": ["up=1"], "other.example/": [],
        "api.shop.example/": ["up=1"], "a.www.shop.example/": ["up=1"],
      ]),
    CookieRow(
      "nobody sets for a whole top level", at: "shop.com.cn/",
      ["a=1; Domain=com.cn", "b=1; Domain=cn", "c=1; Domain=shop.com.cn"],
      reads: ["shop.com.cn/": ["c=1"], "other.com.cn/": []]),
    CookieRow(
      "Secure is not for plain HTTP, but for this machine",
      ["a=1; Secure; Path=/", "__Secure-b=1; Secure; Path=/", "__Host-c=1; Secure; Path=/", "d=1"],
      reads: ["shop.example/a/b": ["d=1"]]),
    CookieRow(
      "Secure on this machine", at: "127.0.0.1/",
      [
        "a=1; Secure", "__Secure-b=1; Secure", "__Host-c=1; Secure; Path=/", "__Host-d=1",
        "__Secure-e=1",
      ],
      reads: ["127.0.0.1/": ["__Host-c=1", "__Secure-b=1", "a=1"]]),
  ]

  static let values = [
    CookieRow(
      "what else is said of a cookie changes nothing",
      ["a=1; HttpOnly; SameSite=Strict; Priority=High; Partitioned", "b=2;HttpOnly;samesite=none"],
      reads: ["shop.example/a/b": ["a=1", "b=2"]]),
    CookieRow(
      "values go back as they came",
      [
        #"quoted="a b""#, "equals=a=b==", "blank= x y ", "empty=", "percent=%E4%B8%80", "comma=a,b",
      ],
      reads: [
        "shop.example/a/b": [
          "blank=x y", "comma=a,b", "empty=", "equals=a=b==", "percent=%E4%B8%80", #"quoted="a b""#,
        ]
      ]),
    CookieRow(
      "a later cookie of the name takes the place", ["a=1", "a=2"], ["a=3"],
      reads: ["shop.example/a/b": ["a=3"]]),
    CookieRow(
      "what is no cookie is passed over", ["", "novalue", "=1", ";", "ok=1"],
      reads: ["shop.example/a/b": ["ok=1"]]),
    CookieRow(
      "a cookie of 4,096 bytes is kept and a larger one is not",
      ["a=" + String(repeating: "x", count: 4000), "b=" + String(repeating: "x", count: 4100)],
      reads: ["shop.example/a/b": ["a=" + String(repeating: "x", count: 4000)]]),
    CookieRow(
      "the first 50 of one answer are kept", (10..<80).map { "c\($0)=1" }, ["later=1"],
      reads: ["shop.example/a/b": (10..<60).map { "c\($0)=1" } + ["later=1"]]),
  ]
}
