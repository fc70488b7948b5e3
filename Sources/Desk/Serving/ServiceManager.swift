import Foundation
import Ledger
import Operations
import ServiceLifecycle

#if canImport(Glibc)
  import Glibc
#endif

/// The service manager that started the desk, if one asked to be told how it fares (systemd's `sd_notify`: datagrams of
/// `NAME=value` lines to the socket that `NOTIFY_SOCKET` names).
struct ServiceManager: Sendable {
  let path: String
  /// How often the manager wants a sign of life, in microseconds; nil when it does not watch.
  let watchdogMicroseconds: UInt64?

  init?(environment: [String: String]) {
    guard let path = environment["NOTIFY_SOCKET"], path.hasPrefix("/") || path.hasPrefix("@"),
      path.utf8.count < MemoryLayout.size(ofValue: sockaddr_un().sun_path)
    else { return nil }
    self.path = path
    watchdogMicroseconds = environment["WATCHDOG_USEC"].flatMap { UInt64($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Says something; a manager that does not listen is none of the desk's business.
  func say(_ text: String) {
    let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    var name = [UInt8](path.utf8)
    // An abstract socket has no file; its name begins with a zero.
    if name.first == UInt8(ascii: "@") { name[0] = 0 }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
    let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
    let bytes = [UInt8](text.utf8)
    withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        _ = sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), pointer, length)
      }
    }
  }
}

/// Gives the service manager its signs of life, each only after the ledger could be read, and tells it that the desk stops.
struct ServiceManagerWatch: Service {
  let manager: ServiceManager
  let desk: Desk

  func run() async throws {
    // Twice within the time that the manager waits; half a minute when it does not watch.
    let pause = Duration.microseconds(Int64(clamping: (manager.watchdogMicroseconds ?? 60_000_000) / 2))
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          _ = try await desk.centre.sequence(knownAt: desk.now())
          manager.say("WATCHDOG=1\nSTATUS=\(desk.picture.trackCount) tracks, \(desk.centre.ledger.head.size) entries")
        } catch {
          manager.say("STATUS=The store cannot be read.")
        }
        try? await Task.sleep(for: pause)
      }
    }
    manager.say("STOPPING=1")
  }
}
