import Exercise
import Geodesy
import Logging
import ServiceLifecycle

/// Plays the rescue of a night into a desk: calls, what crews say, where assets are, the weather, each at its moment.
struct RescuePlayer: Service {
  let plan: ServeOptions.ExercisePlan
  let desk: Desk

  private enum Happening {
    case event(ScriptEvent)
    case weather(NightWeather)
  }

  func run() async throws {
    let night = Night(seed: plan.seed, start: plan.start ?? desk.now(), hours: plan.hours)
    let script = night.rescue
    let happenings = Self.happenings(of: script, at: plan.centre)
    await cancelWhenGracefulShutdown {
      var watch = ScriptWatch(desk: desk, script: script, isBlind: plan.isBlind)
      for (moment, happening) in happenings {
        let wait = Double(moment.millisecondsSince1970 - desk.now().millisecondsSince1970) / plan.pace
        if wait > 0 { try? await Task.sleep(for: .milliseconds(Int64(wait.rounded(.up)))) }
        guard !Task.isCancelled else { return }
        do {
          switch happening {
          case .event(let event): try await watch.take(event)
          case .weather(let weather): try await watch.take(weather)
          }
        } catch {
          desk.logger.error("a part of the exercise could not be played", metadata: ["error": "\(LogWords.of(error))"])
        }
      }
    }
  }

  /// What comes to a centre in a night, in the order of time.
  private static func happenings(
    of script: RescueScript, at centre: ScriptCentre
  ) -> [(Instant, Happening)] {
    let events = script.events.filter { $0.centre == centre }.map { ($0.at, Happening.event($0)) }
    let weather = script.weather.map { ($0.at, Happening.weather($0)) }
    return (events + weather).sorted { $0.0 < $1.0 }
  }
}
