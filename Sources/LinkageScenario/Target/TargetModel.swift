import CEL
import LinkageCore

/// A target as its file and the files that it extends say.
struct TargetModel {
  /// The name where scenarios bring their own platforms.
  static let noName = "inline"

  var name: String
  var platforms: [PlatformModel] = []
  var writes: Bool?
  var accounts: [AccountModel] = []
  var operations: [OperationModel] = []
  var faultModels: [FaultModel] = []
  /// Those whose operations are known.
  var faults: [Target.Fault] = []

  func operation(_ name: String) -> OperationModel? {
    operations.first { $0.operation.name == name }
  }

  /// This target where it says something, else the one that it extends.
  func extending(_ base: TargetModel) -> TargetModel {
    var result = self
    result.writes = writes ?? base.writes
    result.platforms = Self.merge(platforms, base.platforms, by: \.name) { $0.extending($1) }
    result.accounts = Self.merge(accounts, base.accounts, by: \.account.name) { own, _ in own }
    result.operations = Self.merge(operations, base.operations, by: \.operation.name) { own, _ in
      own
    }
    result.faultModels = Self.merge(faultModels, base.faultModels, by: \.name) { own, _ in own }
    return result
  }

  /// In the base's order, then what is new.
  private static func merge<Item>(
    _ own: [Item], _ base: [Item], by name: (Item) -> String, _ merge: (Item, Item) -> Item
  ) -> [Item] {
    let merged = base.map { item in
      own.first { name($0) == name(item) }.map { merge($0, item) } ?? item
    }
    let known = Set(base.map(name))
    return merged + own.filter { !known.contains(name($0)) }
  }
}

struct AccountModel {
  var account: Target.Account
  /// What is known of its fields, by name.
  var types: [String: StaticType]
  var missing: ProblemList
}

/// A platform as a target's files describe it.
struct PlatformModel {
  var name: String
  var title: LocalizedText?
  var base: Base?
  var session: Session?
  var timeout: Nanoseconds?
  var inFlight: Int?
  var rate: Target.Rate?
  /// The path of a PEM file.
  var authority: String?
  var place: Place

  struct Base {
    /// `nil` when it needs a variable that is not set.
    var address: String?
    var missing: ProblemList
  }

  struct Session {
    var keepsCookies: Bool
    var headers: [Template.Entry]
    var missing: ProblemList
  }

  func extending(_ base: PlatformModel) -> PlatformModel {
    PlatformModel(
      name: name, title: title ?? base.title, base: self.base ?? base.base,
      session: session ?? base.session, timeout: timeout ?? base.timeout,
      inFlight: inFlight ?? base.inFlight, rate: rate ?? base.rate,
      authority: authority ?? base.authority, place: place)
  }

  /// The platform with an address; where no session is described, cookies are kept.
  func platform(at address: String) -> Target.Platform {
    Target.Platform(
      name: name, base: address, keepsCookies: session?.keepsCookies ?? true,
      sessionHeaders: session?.headers ?? [], timeout: timeout, inFlight: inFlight, rate: rate,
      connection: connection, place: place)
  }

  private var connection: Connection {
    var settings = Connection.Settings()
    settings.authority = authority
    return settings == Connection.standard.settings ? .standard : Connection(settings)
  }
}
