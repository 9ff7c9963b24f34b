import HTTPTypes
import Hummingbird

/// A front end under development runs on a port of its own, which is another origin to a browser:
/// each origin may send requests with its cookies and read the answers.
enum CrossOrigin {
  static var middleware: CORSMiddleware<BasicRequestContext> {
    CORSMiddleware(
      allowOrigin: .originBased, allowHeaders: headers, allowMethods: methods,
      allowCredentials: true, maxAge: .minutes(10))
  }

  /// Tells with every answer which of its headers a page may read: browsers do not take it from the
  /// answer to their preflight.
  struct Exposure: RouterMiddleware {
    func handle(
      _ request: Request, context: BasicRequestContext,
      next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
      var response = try await next(request, context)
      if request.headers[.origin] != nil {
        response.headers[.accessControlExposeHeaders] = exposed.joined(separator: ", ")
      }
      return response
    }
  }

  /// With credentials `*` names a header, not all of them; so they are listed.
  private static let headers: [HTTPField.Name] = {
    let others = ["idempotency-key", "traceparent", "x-requested-with"]
    return [.accept, .acceptLanguage, .authorization, .contentType, .ifMatch, .ifNoneMatch]
      + others.compactMap { HTTPField.Name($0) }
  }()

  /// What a page may read of an answer beside its body.
  private static let exposed = [
    "ETag", "Idempotent-Replayed", "Link", "Location", "Retry-After", "X-Sync-Notice",
  ]

  private static let methods: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options,
  ]
}
