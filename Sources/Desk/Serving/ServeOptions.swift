public import Exercise
public import Feeds
import Foundation
public import Geodesy
public import Ledger
public import Receivers
public import Tracking

/// How a desk is to be served.
public struct ServeOptions: Sendable {
  /// Where its store lies.
  public var store: StoreLocation
  /// The address to listen on.
  public var host: String
  /// The port to listen on; 0 for any that is free.
  public var port: Int
  /// The sensors that show craft without transponders, as whoever runs the desk declares them.
  public var sensors: [Sensor] = []
  /// Where tracks and calls for help are sent as Cursor on Target.
  public var cursorTo: [FeedAddress] = []
  /// The feeds to receive, by name.
  public var feeds: [(name: String, format: FeedFormat, address: FeedAddress)]
  /// The folder of files for browsers, if it is named.
  public var share: String?
  /// An exercise to play into the desk.
  public var exercise: ExercisePlan?
  /// Whether browsers reach the desk through TLS, so that its cookies are for that alone.
  public var behindTLS: Bool
  /// The folder for the sheets to print; beside the store when nil.
  public var paperFolder: String?
  /// How often they are written; 0 for never.
  public var paperMinutes = 10
  /// How many are kept.
  public var paperKept = 6
  /// The language that they are written in.
  public var paperLanguage = "en"
  /// The certificate and key with which the desk itself speaks TLS.
  public var tls: TLSFiles?

  /// Whom people may sign in through beside their accounts here.
  public var provider: ProviderSettings?

  /// How the desk is joined to other centres.
  public var link = LinkOptions()

  /// How the weather files are read, where there are any.
  public var weather: WeatherReader?
  /// How many members a boat's drift has.
  public var driftMembers = DriftInputs.usualParticles

  /// Whether everything that browsers are sent goes through TLS.
  var isSecure: Bool { behindTLS || tls != nil }

  /// Whether the latest checkpoint and the tiles of the tree are served to everyone.
  public var publishesTiles = false
  /// The keys of the ledgers that this desk witnesses.
  public var witnessFor: [String] = []
  /// The witnesses of this desk's ledger, each as URL=KEY.
  public var witnesses: [String] = []
  /// How often witnesses are asked when something was appended, in seconds.
  public var witnessSeconds = 60

  /// An exercise: which night, how long, how fast.
  public struct ExercisePlan: Sendable {
    /// The seed of the night.
    public var seed: UInt64
    /// How long it lasts.
    public var hours: Double
    /// How many times faster than the clock on the wall.
    public var pace: Double

    /// How much traffic.
    public var scale: Night.Scale

    /// When the night begins; when the desk comes up, if nil.
    public var start: Instant?
    /// Whose calls and crews the desk hears.
    public var centre = ScriptCentre.home
    /// Whether the watch is left to a trainee: reports are tied to no boat, and nothing is counted.
    public var isBlind = false

    /// A plan.
    public init(seed: UInt64, hours: Double, pace: Double = 1, scale: Night.Scale = .strait) {
      self.seed = seed
      self.hours = hours
      self.pace = pace
      self.scale = scale
    }
  }

  /// The room to hold back on the disk for what must never be refused; nil for none.
  public var reserve: ReservePlan?

  /// Options for a desk without feeds.
  public init(store: StoreLocation, host: String = "127.0.0.1", port: Int = 8080) {
    self.store = store
    self.host = host
    self.port = port
    feeds = []
    reserve = .usual
    share = nil
    exercise = nil
    behindTLS = false
    tls = nil
    provider = nil
  }
}

/// Why a desk does not come up, in words for the terminal.
public struct ServeFailure: Error, CustomStringConvertible, Sendable {
  /// What happened and what to do.
  public let description: String

  init(_ description: String) {
    self.description = description
  }
}
