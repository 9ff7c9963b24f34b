import CCurl
import Glibc
import LinkageCore

/// libcurl's calls, each handed to the transfer whose handle it is.
extension Transfer {
  func setCallbacks() {
    let user = Unmanaged.passUnretained(self).toOpaque()
    _ = ccurl_set_pointer(easy, CURLOPT_PRIVATE, user)
    _ = ccurl_set_on_body(easy, Self.onBody, user)
    _ = ccurl_set_on_header(easy, Self.onHeader, user)
    _ = ccurl_set_on_request(easy, Self.onRequest, user)
    _ = ccurl_set_on_open(easy, Self.onOpen, user)
    // Sockets outlive the transfers that they were opened for.
    let engine = Unmanaged.passUnretained(engine).toOpaque()
    _ = ccurl_set_on_close(easy, Self.onClose, engine)
  }

  private static func transfer(_ user: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(user).takeUnretainedValue()
  }

  private static let onBody: curl_write_callback = { bytes, size, count, user in
    guard let user else { return 0 }
    return transfer(user).take(body: UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  private static let onHeader: curl_write_callback = { bytes, size, count, user in
    guard let user else { return 0 }
    return transfer(user).take(header: UnsafeRawBufferPointer(start: bytes, count: size * count))
  }

  private static let onRequest: curl_prereq_callback = { user, _, _, _, _ in
    guard let user else { return CURL_PREREQFUNC_ABORT }
    return transfer(user).willWrite()
  }

  private static let onOpen: curl_opensocket_callback = { user, _, address in
    guard let user, let address = address?.pointee else { return CURL_SOCKET_BAD }
    let kind = address.socktype | Int32(SOCK_CLOEXEC.rawValue)
    let descriptor = socket(address.family, kind, address.protocol)
    let transfer = transfer(user)
    if descriptor < 0 {
      transfer.socketError = errno
    } else {
      transfer.engine.opened(descriptor)
    }
    return descriptor
  }

  private static let onClose: curl_closesocket_callback = { user, descriptor in
    guard let user else { return close(descriptor) }
    Unmanaged<Engine>.fromOpaque(user).takeUnretainedValue().closed(descriptor)
    return close(descriptor)
  }
}
