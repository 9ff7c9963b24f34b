/// What the system and SQLite say of files; the system's own name of an error is kept.
enum SystemSentences {
  static let all = system + files + database

  private static let system = [
    SentencePair("Operation not permitted", "操作不被允许（EPERM）"),
    SentencePair("No such file or directory", "文件或目录不存在（ENOENT）"),
    SentencePair("Interrupted system call", "系统调用被中断（EINTR）"),
    SentencePair("Input/output error", "输入输出错误（EIO）"),
    SentencePair("Resource temporarily unavailable", "资源暂时不可用（EAGAIN）"),
    SentencePair("Cannot allocate memory", "内存不足（ENOMEM）"),
    SentencePair("Permission denied", "没有权限（EACCES）"),
    SentencePair("Device or resource busy", "设备或资源正忙（EBUSY）"),
    SentencePair("File exists", "文件已存在（EEXIST）"),
    SentencePair("Not a directory", "不是目录（ENOTDIR）"),
    SentencePair("Is a directory", "是一个目录（EISDIR）"),
    SentencePair("Invalid argument", "参数无效（EINVAL）"),
    SentencePair("Too many open files in system", "系统打开的文件过多（ENFILE）"),
    SentencePair("Too many open files", "打开的文件过多（EMFILE）"),
    SentencePair("Text file busy", "文件正被执行（ETXTBSY）"),
    SentencePair("File too large", "文件过大（EFBIG）"),
    SentencePair("No space left on device", "磁盘空间不足（ENOSPC）"),
    SentencePair("Read-only file system", "文件系统只读（EROFS）"),
    SentencePair("Too many links", "链接过多（EMLINK）"),
    SentencePair("Broken pipe", "管道已断开（EPIPE）"),
    SentencePair("File name too long", "文件名过长（ENAMETOOLONG）"),
    SentencePair("Directory not empty", "目录不为空（ENOTEMPTY）"),
    SentencePair("Too many levels of symbolic links", "符号链接层数过多（ELOOP）"),
    SentencePair("Disk quota exceeded", "超出磁盘配额（EDQUOT）"),
    SentencePair("Stale file handle", "文件句柄已失效（ESTALE）"),
    SentencePair("Address already in use", "地址已被占用（EADDRINUSE）"),
    SentencePair("Cannot assign requested address", "无法使用该地址（EADDRNOTAVAIL）"),
    SentencePair("Network is unreachable", "网络不可达（ENETUNREACH）"),
    SentencePair("No route to host", "没有到达主机的路由（EHOSTUNREACH）"),
    SentencePair("Connection refused", "连接被拒绝（ECONNREFUSED）"),
    SentencePair("Connection reset by peer", "连接被对方重置（ECONNRESET）"),
    SentencePair("Connection timed out", "连接超时（ETIMEDOUT）"),
  ]

  private static let files = [
    SentencePair("not a regular file", "不是普通文件"),
    SentencePair("larger than {0} MiB", "超过 {0} MiB"),
    SentencePair("another program's database", "这是其他程序的数据库"),
    SentencePair("there is a run {0} already", "已有名为 `{0}` 的运行记录"),
    SentencePair("it was made by a newer linkage", "它由更新版本的 linkage 创建"),
  ]

  private static let database = [
    SentencePair("file is not a database", "文件不是数据库"),
    SentencePair("database is locked", "数据库正被其他程序使用"),
    SentencePair("attempt to write a readonly database", "数据库只读"),
    SentencePair("unable to open database file", "无法打开数据库文件"),
    SentencePair("database disk image is malformed", "数据库文件已损坏"),
    SentencePair("disk I/O error", "磁盘读写错误"),
    SentencePair("database or disk is full", "数据库或磁盘已满"),
    SentencePair("The seed data cannot be used: {0}", "无法使用种子数据：{0}"),
    SentencePair(
      "The link's secret is not \"whsec_\" followed by base64.",
      "链路的密钥应为 `whsec_` 加 base64"),
    SentencePair(
      "The {0} server cannot listen on {1}: {2}.", "`{0}` 服务无法监听 {1}：{2}"),
    SentencePair(
      "The {0} server's database cannot be opened: {1}", "无法打开 `{0}` 服务的数据库：{1}"),
    SentencePair(
      "Port {0}, for the {1} server, is in use by {2}.", "`{1}` 服务需要的端口 {0} 已被 {2} 占用"),
    SentencePair("another process", "另一个进程"),
  ]
}
