import Ledger
import Logging
import Operations
import ServiceLifecycle

/// Reads the weather files of a desk anew when one of them has changed.
struct WeatherKeeper: Service {
  /// Between two looks at the files.
  static let pause = Duration.seconds(30)
  let desk: Desk
  let reader: WeatherReader
  private let lane = WorkLane.system("foreland.weather", .serial)

  init(desk: Desk, reader: WeatherReader) {
    self.desk = desk
    self.reader = reader
  }

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await desk.centre.surroundings.sleep(Self.pause)
        await look()
      }
    }
  }

  func look() async {
    let stamp = reader.stamp()
    guard stamp != desk.weatherShelf.now.stamp else { return }
    do {
      desk.weatherShelf.take(try await lane.run { [reader] in try reader.read() }, stamp: stamp)
      desk.logger.notice("the weather files were read anew")
    } catch {
      desk.weatherShelf.note(fault: "\(error)", stamp: stamp)
      desk.logger.error("the weather files could not be read", metadata: ["error": "\(LogWords.of(error))"])
    }
  }
}

extension Desk {
  /// Reads the weather files for the first time.
  ///
  /// - Throws: `ServeFailure` with the file and the place in it: a desk that was given weather does not begin without it.
  func takeWeather(_ reader: WeatherReader?) throws {
    guard let reader else { return }
    let stamp = reader.stamp()
    do {
      weatherShelf.take(try reader.read(), stamp: stamp)
    } catch {
      throw ServeFailure("The weather cannot be used: \(error)")
    }
  }
}
