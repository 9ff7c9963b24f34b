import ArgumentParser
import Glibc

@main
enum Main {
  static func main() async {
    let interruption = Interruption.install()
    exit(await Program.run(in: .real, interruption).rawValue)
  }
}
