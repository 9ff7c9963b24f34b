extension Reply {
  /// As it is sent over TLS: its cookies never travel without it.
  var overTLS: Reply {
    let headers = headers.map { header in
      header.name.lowercased() == "set-cookie"
        ? Header(header.name, header.value + "; Secure") : header
    }
    return Reply(
      status: status, contentType: contentType, headers: headers, body: body, stream: stream)
  }
}
