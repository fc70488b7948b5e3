import Foundation

/// Opens a serial line with eight data bits, no parity, one stop bit and no translation of bytes.
enum SerialLine {
  private static let speeds: [(baud: Int, speed: speed_t)] = [
    (1200, speed_t(B1200)), (2400, speed_t(B2400)), (4800, speed_t(B4800)), (9600, speed_t(B9600)),
    (19_200, speed_t(B19200)), (38_400, speed_t(B38400)), (57_600, speed_t(B57600)), (115_200, speed_t(B115200)),
    (230_400, speed_t(B230400)),
  ]

  /// The rates that can be asked for, in bits a second.
  static let knownBauds = speeds.map(\.baud)

  static func speed(ofBaud baud: Int) -> speed_t? {
    speeds.first { $0.baud == baud }?.speed
  }

  /// Opens the line for reading and returns its descriptor, which the caller closes.
  static func open(path: String, baud: Int) throws(FeedFailure) -> CInt {
    guard let speed = speed(ofBaud: baud) else {
      throw FeedFailure(code: .badAddress, message: "\(baud) is no known rate.", place: path)
    }
    let descriptor = Foundation.open(path, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FeedFailure(errno: errno, doing: "open the line", place: path) }
    do {
      try configure(descriptor, speed: speed, path: path)
      return descriptor
    } catch {
      close(descriptor)
      throw error
    }
  }

  private static func configure(_ descriptor: CInt, speed: speed_t, path: String) throws(FeedFailure) {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else {
      if errno == ENOTTY {
        throw FeedFailure(code: .badAddress, message: "This is no serial line.", place: path)
      }
      throw FeedFailure(errno: errno, doing: "read the settings of the line", place: path)
    }
    cfmakeraw(&settings)
    settings.c_cflag |= tcflag_t(CLOCAL | CREAD | CS8)
    settings.c_cflag &= ~tcflag_t(CSTOPB | PARENB)
    guard cfsetispeed(&settings, speed) == 0, cfsetospeed(&settings, speed) == 0,
      tcsetattr(descriptor, TCSANOW, &settings) == 0
    else { throw FeedFailure(errno: errno, doing: "set the line", place: path) }
  }
}
