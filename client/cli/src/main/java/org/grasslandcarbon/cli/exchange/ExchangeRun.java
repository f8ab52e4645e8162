// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Clock;
import java.time.Duration;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.domain.value.VenueId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The exchange's clerk: opens and closes by the calendar and the hours, until it is stopped. */
@Command(
    name = "run",
    description = {
      "值班：按工作日历与规则时段自动开市、收市，可归集手续费；可在多台机器上同时运行。",
      "The clerk: opens and closes days by calendar and hours, collects fees if asked; may run on"
          + " several machines at once.",
      "每项操作一行；收到终止信号后正常退出。",
      "A line an act; ends cleanly on a signal."
    },
    footer = {
      "  grassland exchange run --collect-fees --key exchange.json",
      "  grassland exchange run --once --key exchange.json"
    })
final class ExchangeRun extends RegistryCommand {
  /** A day is opened on itself, so that a whole day before the hours is the most. */
  private static final int BEFORE_MINUTES_MOST = 1440;

  @Option(
      names = "--venue",
      paramLabel = "VENUE",
      description = {
        "交易场所；默认签名者唯一的一个。",
        "The venue; by default the only one that is the signer's."
      })
  private String venue;

  @Option(
      names = "--once",
      description = {
        "只做当前应做的事项，然后退出：0 已完成或无事，1 有被拒绝，3 无网关，4 结果未知。",
        "Does what is due now and ends: 0 done or nothing due, 1 something was refused, 3 no gateway,"
            + " 4 an outcome is not known."
      })
  private boolean once;

  @Option(
      names = "--collect-fees",
      description = {"收市后归集手续费。", "Collects the fees of closed days."})
  private boolean collectsFees;

  @Option(
      names = "--before",
      paramLabel = "MINUTES",
      defaultValue = "30",
      description = {
        "在当日第一个时段之前多少分钟开市，0 至 1440。",
        "Minutes before the first hours at which the day is opened, 0 to 1440. Default:"
            + " ${DEFAULT-VALUE}"
      })
  private int beforeMinutes;

  @Override
  protected void perform(Session session) {
    if (beforeMinutes < 0 || beforeMinutes > BEFORE_MINUTES_MOST) {
      throw new UsageException(
          "--before 为 0 至 " + BEFORE_MINUTES_MOST + " 分钟。",
          "--before is 0 to " + BEFORE_MINUTES_MOST + " minutes.");
    }
    VenueId of = OwnVenue.of(venue, session);
    Clerk clerk =
        new Clerk(
            new RegistryDesk(session, of),
            Clock.systemUTC(),
            new SpokenLog(session, of),
            Duration.ofMinutes(beforeMinutes),
            collectsFees);
    if (once) {
      once(clerk);
    } else {
      try (StopSignal stop = new StopSignal()) {
        clerk.run(stop);
      }
    }
  }

  private static void once(Clerk clerk) {
    int refusals;
    try {
      refusals = clerk.round();
    } catch (GatewayAway away) {
      throw away.reason();
    }
    if (refusals > 0) {
      throw new NotDone(
          "有 " + refusals + " 项应做的事项未能完成；请看上述各行。",
          refusals + " things that are due were not done: see the lines above.");
    }
  }
}
