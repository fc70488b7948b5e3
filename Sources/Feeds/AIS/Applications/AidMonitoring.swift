/// Monitoring of an aid to navigation: area code 235 or 250, function 10 (General Lighthouse Authorities).
public struct AidMonitoring: Hashable, Sendable {
  let payload: AISPayload

  /// Supply in 1/20 volt; 0 is not available.
  public var internalVoltageTwentieths: Int { payload.unsigned(88, 10) }

  /// First external voltage in 1/20 volt.
  public var external1VoltageTwentieths: Int { payload.unsigned(98, 10) }

  /// Second external voltage in 1/20 volt.
  public var external2VoltageTwentieths: Int { payload.unsigned(108, 10) }

  /// Racon: 0 none, 1 not monitored, 2 operational, 3 error.
  public var racon: Int { payload.unsigned(118, 2) }

  /// Light: 0 none or not monitored, 1 on, 2 off, 3 error.
  public var light: Int { payload.unsigned(120, 2) }

  /// Whether the health is bad.
  public var isAlarmed: Bool { payload.flag(122) }

  /// Eight digital inputs.
  public var externalStatus: Int { payload.unsigned(123, 8) }

  /// Whether it is off its position.
  public var isOffPosition: Bool { payload.flag(131) }
}
