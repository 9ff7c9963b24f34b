/// What libcurl and OpenSSL say of requests without an answer.
enum TransportSentences {
  static let all = connections + requests + security

  private static let connections = [
    SentencePair("The connection did not open within {0} milliseconds", "{0} ms 内未能建立连接"),
    SentencePair("The request was not sent within {0} milliseconds", "{0} ms 内未能发出请求"),
    SentencePair("No answer within {0} milliseconds", "{0} ms 内没有收到响应"),
    SentencePair(
      "The answer was not complete within {0} milliseconds", "{0} ms 内没有收到完整的响应"),
    SentencePair("Nothing came for {0} milliseconds", "{0} ms 内没有收到任何数据"),
    SentencePair("The server does not speak HTTP/2", "服务器不支持 HTTP/2"),
    SentencePair("HTTP/2 is spoken over https only: {0}", "HTTP/2 只能用于 https：{0}"),
    SentencePair("The proxy answered CONNECT with {0}", "代理对 CONNECT 的响应是 {0}"),
    SentencePair("No socket: {0}", "无法创建套接字：{0}"),
    SentencePair("the authorities in {0}: {1}", "{0} 中的 CA 证书：{1}"),
    SentencePair("the certificate in {0}: {1}", "{0} 中的证书：{1}"),
    SentencePair("the key in {0}: {1}", "{0} 中的私钥：{1}"),
    SentencePair("Could not resolve proxy: {0}", "无法解析代理主机名 `{0}`"),
  ]

  private static let requests = [
    SentencePair("cancelled", "已取消"),
    SentencePair("no memory", "内存不足"),
    SentencePair("out of memory", "内存不足"),
    SentencePair("the session is closed", "会话已关闭"),
    SentencePair(
      "The connection ended inside the headers of the answer", "连接在响应头传完之前中断"),
    SentencePair("The connection died before an answer came", "连接在收到响应之前断开"),
    SentencePair("The answer is larger than {0} bytes", "响应超过 {0} 字节"),
    SentencePair("not a method: {0}", "`{0}` 不是请求方法"),
    SentencePair("not a header's name: {0}", "`{0}` 不是请求头的名称"),
    SentencePair(
      "the header {0} holds a line end or a zero byte", "请求头 `{0}` 含有换行或零字节"),
    SentencePair("the URL holds a blank or a control character", "URL 含有空格或控制字符"),
    SentencePair("Timeout was reached", "已超时"),
    SentencePair("Couldn't connect to server", "无法连接服务器"),
    SentencePair("Could not connect to server", "无法连接服务器"),
    SentencePair("Empty reply from server", "服务器没有返回任何内容"),
    SentencePair("Failure when receiving data from the peer", "接收数据失败"),
    SentencePair("Failed sending data to the peer", "发送数据失败"),
    SentencePair("Recv failure", "接收数据失败"),
    SentencePair("Send failure", "发送数据失败"),
    SentencePair("Server returned nothing (no headers, no data)", "服务器没有返回任何内容"),
    SentencePair("Weird server reply", "无法理解服务器的响应"),
    SentencePair("URL using bad/illegal format or missing URL", "URL 缺失或格式不正确"),
    SentencePair("Unsupported protocol", "不支持的协议"),
    SentencePair("Protocol \"{0}\" not supported or disabled in libcurl", "不支持协议 `{0}`"),
    SentencePair("Unrecognized or bad HTTP Content or Transfer-Encoding", "无法识别响应的编码"),
    SentencePair("Could not resolve host: {0}", "无法解析主机名 `{0}`"),
    SentencePair(
      "Failed to connect to {0} port {1} after {2} ms: {3}", "连接 {0} 端口 {1} 失败（{2} ms）：{3}"),
    SentencePair(
      "Operation timed out after {0} milliseconds with {1} bytes received",
      "{0} ms 后超时，已收到 {1} 字节"),
    SentencePair(
      "Operation timed out after {0} milliseconds with {1} out of {2} bytes received",
      "{0} ms 后超时，已收到 {2} 字节中的 {1} 字节"),
    SentencePair("Connection timed out after {0} milliseconds", "{0} ms 后连接超时"),
  ]

  private static let security = [
    SentencePair("SSL certificate problem: {0}", "证书有问题：{0}"),
    SentencePair("self-signed certificate in certificate chain", "证书链中有自签名证书"),
    SentencePair("self signed certificate in certificate chain", "证书链中有自签名证书"),
    SentencePair("self-signed certificate", "证书是自签名的"),
    SentencePair("self signed certificate", "证书是自签名的"),
    SentencePair("unable to get local issuer certificate", "找不到签发者的证书"),
    SentencePair("unable to get issuer certificate", "找不到签发者的证书"),
    SentencePair("unable to verify the first certificate", "无法验证第一张证书"),
    SentencePair("certificate has expired", "证书已过期"),
    SentencePair("certificate is not yet valid", "证书尚未生效"),
    SentencePair("certificate revoked", "证书已被吊销"),
    SentencePair("invalid CA certificate", "CA 证书无效"),
    SentencePair(
      "SSL: no alternative certificate subject name matches target host name '{0}'",
      "证书中没有主机名 `{0}`"),
    SentencePair(
      "SSL: no alternative certificate subject name matches target ipv4 address '{0}'",
      "证书中没有地址 `{0}`"),
    SentencePair(
      "SSL: certificate subject name '{0}' does not match target host name '{1}'",
      "证书的主机名 `{0}` 与目标 `{1}` 不符"),
    SentencePair(
      "SSL peer certificate or SSH remote key was not OK", "对方的证书没有通过验证"),
    SentencePair("SSL connect error", "无法建立安全连接"),
    SentencePair(
      "Problem with the SSL CA cert (path? access rights?)", "无法读取 CA 证书：检查路径和权限"),
    SentencePair(
      "error setting certificate verify locations: {0}", "无法读取 CA 证书：{0}"),
    SentencePair("error setting certificate file: {0}", "无法读取证书文件 `{0}`"),
    SentencePair("The client's certificate or key cannot be used: {0}", "客户端证书或私钥无法使用：{0}"),
    SentencePair("unable to set private key file: '{0}' type PEM", "无法使用私钥文件 `{0}`"),
    SentencePair("wrong version number", "对方使用的不是 TLS"),
    SentencePair("{0}:wrong version number", "对方使用的不是 TLS"),
    SentencePair("tlsv1 alert {0}", "对方以 TLS 警告 `{0}` 中止"),
  ]
}
