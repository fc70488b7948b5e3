import Operations
import Synchronization

/// Who is connected: how many, from where, and who of them owes the desk a request.
///
/// Nobody is kept out by those who only wait: when an address, or the whole desk, has no room left, the connection that
/// has owed a request for longest gives way. Only when every one of them is being served is a new one refused.
final class ConnectionBook: Sendable {
  /// A place in the book.
  struct Ticket: Sendable {
    fileprivate let id: UInt64
    fileprivate let address: String
  }

  private struct State {
    var lastID: UInt64 = 0
    var open = 0
    var addresses: [String: Address] = [:]
    var refusals: [ConnectionRefusal: Int] = [:]
  }

  private struct Address {
    var open = 0
    var owing = WaitingLine()
    var giveWay: [UInt64: @Sendable () -> Void] = [:]
  }

  let limits: ConnectionLimits
  private let state = Mutex(State())

  init(limits: ConnectionLimits = ConnectionLimits()) {
    self.limits = limits
  }

  /// How many connections are open.
  var openCount: Int { state.withLock { $0.open } }

  /// How many connections were ended, by reason.
  var refusals: [ConnectionRefusal: Int] { state.withLock { $0.refusals } }

  func count(_ refusal: ConnectionRefusal) { state.withLock { $0.refusals[refusal, default: 0] += 1 } }

  /// Lets a connection in, which owes its first request from now on.
  ///
  /// - Parameter giveWay: ends the connection, when another one needs its place.
  func enter(
    from address: String, giveWay: @escaping @Sendable () -> Void
  ) -> Result<Ticket, ConnectionRefusal> {
    let key = NetworkAddress.key(of: address)
    let (result, leaving) = state.withLock { state in admit(key, giveWay, &state) }
    leaving?()
    return result
  }

  /// The request of a connection has arrived and is being served.
  func serve(_ ticket: Ticket) {
    state.withLock { $0.addresses[ticket.address]?.owing.leave(ticket.id) }
  }

  /// A connection has been answered and owes the next request. When too many of its address rest, the longest goes.
  func rest(_ ticket: Ticket) {
    let leaving = state.withLock { state -> (@Sendable () -> Void)? in
      guard state.addresses[ticket.address]?.giveWay[ticket.id] != nil else { return nil }
      state.addresses[ticket.address]?.owing.join(ticket.id)
      return takeSurplus(ticket.address, &state)
    }
    leaving?()
  }

  func leave(_ ticket: Ticket) {
    state.withLock { Self.remove(ticket.id, ticket.address, &$0) }
  }

  private func admit(
    _ key: String, _ giveWay: @escaping @Sendable () -> Void, _ state: inout State
  ) -> (Result<Ticket, ConnectionRefusal>, leaving: (@Sendable () -> Void)?) {
    var leaving: (@Sendable () -> Void)?
    if state.addresses[key]?.open ?? 0 >= limits.connectionsPerAddress {
      leaving = Self.takeOldest(key, &state)
      guard leaving != nil else { return (.failure(.tooManyFromAddress), nil) }
    } else if state.open >= limits.connections {
      // The address with the most that wait makes room, so that a flood pays for itself.
      let crowded = state.addresses.max { $0.value.owing.count < $1.value.owing.count }?.key
      leaving = crowded.flatMap { Self.takeOldest($0, &state) }
      guard leaving != nil else { return (.failure(.tooMany), nil) }
    }
    state.lastID += 1
    let ticket = Ticket(id: state.lastID, address: key)
    state.open += 1
    state.addresses[key, default: Address()].open += 1
    state.addresses[key]?.giveWay[ticket.id] = giveWay
    state.addresses[key]?.owing.join(ticket.id)
    return (.success(ticket), leaving ?? takeSurplus(key, &state))
  }

  private func takeSurplus(_ key: String, _ state: inout State) -> (@Sendable () -> Void)? {
    guard state.addresses[key]?.owing.count ?? 0 > limits.owingPerAddress else { return nil }
    return Self.takeOldest(key, &state)
  }

  /// Takes the connection of an address that has owed for longest out of the book.
  private static func takeOldest(_ key: String, _ state: inout State) -> (@Sendable () -> Void)? {
    guard let id = state.addresses[key]?.owing.takeFirst() else { return nil }
    let giveWay = state.addresses[key]?.giveWay[id]
    remove(id, key, &state)
    return giveWay
  }

  private static func remove(_ id: UInt64, _ key: String, _ state: inout State) {
    guard state.addresses[key]?.giveWay.removeValue(forKey: id) != nil else { return }
    state.addresses[key]?.owing.leave(id)
    state.addresses[key]?.open -= 1
    state.open -= 1
    if state.addresses[key]?.open == 0 { state.addresses[key] = nil }
  }
}
