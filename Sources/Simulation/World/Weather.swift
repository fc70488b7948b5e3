/// What befalls a machine: its disk fails or fills, its clock is set, its process is killed, its power goes.
struct Weather {
  enum Event {
    case calm
    case trouble(SimulatedDisk.Trouble)
    case jump(Chance)
    case crash(losingPower: Bool)
  }

  private var chance: Chance
  private var next: Int64
  /// When a disk in trouble is well again.
  private var wellAgain: Int64?
  /// Some runs have little of it, some much.
  private let pause: Int64

  init(chance: Chance) {
    self.chance = chance
    pause = self.chance.pick([1500, 4000, 10_000])
    next = self.chance.within(0...pause)
  }

  /// What happens at a time.
  mutating func next(at elapsed: Int64) -> Event {
    if let end = wellAgain, elapsed >= end {
      wellAgain = nil
      return .trouble(.none)
    }
    guard elapsed >= next else { return .calm }
    next = elapsed + chance.within(50...pause)
    switch chance.below(8) {
    case 0, 1: return .crash(losingPower: true)
    case 2: return .crash(losingPower: false)
    case 3, 4: return .jump(chance.fork())
    case 5:
      wellAgain = elapsed + chance.within(50...1000)
      return .trouble(.full(room: chance.below(40_000)))
    default:
      wellAgain = elapsed + chance.within(50...1000)
      return .trouble(.failing(oneIn: chance.pick([3, 20, 200])))
    }
  }
}
