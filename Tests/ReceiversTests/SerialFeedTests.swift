import Foundation
import Testing

@testable import Receivers

/// A serial line, played by a pseudo-terminal.
@Suite(.timeLimit(.minutes(5)))
struct SerialFeedTests {
  /// The sending end of a pseudo-terminal, and the path of the other.
  private func pseudoTerminal() throws -> (descriptor: CInt, path: String) {
    let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // TIOCSPTLCK and TIOCGPTN of Linux: unlock the other end, and ask for its number.
    var (lock, number): (CInt, CInt) = (0, 0)
    let isUnlocked = ioctl(descriptor, 0x4004_5431, &lock) == 0 && ioctl(descriptor, 0x8004_5430, &number) == 0
    try #require(descriptor >= 0 && isUnlocked)
    return (descriptor, "/dev/pts/\(number)")
  }

  @Test func aLineIsReadRawAndOpenedAgain() async throws {
    let (descriptor, device) = try pseudoTerminal()
    let folder = try TestFolder()
    // As the stable names of /dev/serial/by-id are: a link that can point elsewhere later.
    let path = folder.path + "/line"
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: device)
    let receiver = Receiver(name: "s", address: .serial(path: path, baud: 4800), limits: hastyLimits)
    let basket = Basket()
    try await running(receiver, into: basket) {
      try await wait { receiver.health.state == .live }
      var settings = termios()
      #expect(tcgetattr(descriptor, &settings) == 0)
      #expect(cfgetispeed(&settings) == speed_t(B4800))
      #expect(settings.c_lflag & tcflag_t(ICANON | ECHO) == 0)
      // Carriage returns, control characters and high bytes come as they are.
      let sent: [UInt8] = Array("!AIVDM,1\r\n".utf8) + [0x03, 0x04, 0x11, 0x13, 0xFF, 0x0D, 0x0A]
      #expect(write(descriptor, sent, sent.count) == sent.count)
      try await wait { basket.bytes == sent }
      close(descriptor)
      try await wait { receiver.health.lastFailure != nil }
      let (next, nextDevice) = try pseudoTerminal()
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: nextDevice)
      let bytesBefore = basket.bytes.count
      try await wait { receiver.health.state == .live }
      #expect(write(next, "back\n", 5) == 5)
      try await wait { basket.bytes.count == bytesBefore + 5 }
      #expect(receiver.health.reconnects > 0)
      _ = next
    }
  }

  @Test func aLineThatIsNotThereIsSaid() async throws {
    let receiver = Receiver(
      name: "s", address: .serial(path: "/dev/no-such-line", baud: 38_400), limits: hastyLimits)
    try await running(receiver, into: Basket()) {
      try await wait { receiver.health.reconnects > 1 }
    }
    #expect(receiver.health.lastFailure?.code == .notFound)
  }

  @Test func whatIsNoLineIsRefusedForGood() async throws {
    let folder = try TestFolder()
    let path = try folder.write("x".utf8, to: "file")
    let receiver = Receiver(name: "s", address: .serial(path: path, baud: 38_400), limits: hastyLimits)
    await #expect(throws: FeedFailure.self) { try await receiver.run { _ in } }
    #expect(receiver.health.lastFailure?.code == .badAddress)
  }
}
