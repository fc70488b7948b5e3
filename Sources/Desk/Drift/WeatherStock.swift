public import Geodesy
import Synchronization

/// Wind and water that weather files say, for the drift of boats and for searches.
public struct WeatherStock: Sendable {
  /// A field with the file that it came from.
  public struct Source: Sendable {
    /// The file, as the page calls it.
    public let name: String
    /// When the file was written; nil when that is not known.
    public let written: Instant?
    /// The velocities.
    public let field: GriddedFlow

    /// A field of a file.
    public init(name: String, written: Instant?, field: GriddedFlow) {
      self.name = name
      self.written = written
      self.field = field
    }

    /// The last moment that the field covers.
    var until: Instant { field.times.moments.last ?? Instant(millisecondsSince1970: 0) }

    /// Whether the field has a value at a place and moment.
    func covers(_ position: Position, _ instant: Instant) -> Bool {
      (try? field.velocity(at: position, instant)) != nil
    }
  }

  /// The wind 10 m above the sea, the file that was written last in front.
  public var winds: [Source]
  /// The current at the surface, likewise.
  public var currents: [Source]

  /// What the files of a desk hold.
  public init(winds: [Source] = [], currents: [Source] = []) {
    func latestFirst(_ sources: [Source]) -> [Source] {
      sources.enumerated().sorted { first, second in
        let (one, other) = (first.element.written, second.element.written)
        guard let one, let other, one != other else { return one == other ? first.offset < second.offset : one != nil }
        return one > other
      }.map(\.element)
    }
    self.winds = latestFirst(winds)
    self.currents = latestFirst(currents)
  }
}

/// How a desk reads its weather files: the reading itself belongs to whoever serves.
public struct WeatherReader: Sendable {
  /// How the files look now: another text once one of them has changed.
  public var stamp: @Sendable () -> String
  /// Reads all of them; throws what is wrong, in words, with the file and the place in it.
  public var read: @Sendable () throws -> WeatherStock

  /// A reader of files.
  public init(stamp: @escaping @Sendable () -> String, read: @escaping @Sendable () throws -> WeatherStock) {
    self.stamp = stamp
    self.read = read
  }
}

/// The weather files of a desk as they were read last.
final class WeatherShelf: Sendable {
  struct State: Sendable {
    var stock = WeatherStock()
    /// Counts how often files were taken up, so that what was computed with older ones is told apart.
    var edition = 0
    /// Why the newest files could not be read; the ones before them are used meanwhile.
    var fault: String?
    var stamp = ""
  }

  private let state = Mutex(State())

  var now: State { state.withLock { $0 } }

  func take(_ stock: WeatherStock, stamp: String) {
    state.withLock { $0 = State(stock: stock, edition: $0.edition + 1, fault: nil, stamp: stamp) }
  }

  func note(fault: String, stamp: String) {
    state.withLock { ($0.fault, $0.stamp) = (fault, stamp) }
  }
}
