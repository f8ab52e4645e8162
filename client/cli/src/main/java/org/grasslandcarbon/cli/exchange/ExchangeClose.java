// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.grasslandcarbon.cli.Confirmation;
import org.grasslandcarbon.cli.NotDone;
import org.grasslandcarbon.cli.RegistryCommand;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.cli.UsageException;
import org.grasslandcarbon.cli.market.Named;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.VenueId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Closes the day of some instruments or of all of a venue, whatever the hour. */
@Command(
    name = "close",
    description = {
      "收市：退回未成交挂牌直至全部退完；默认交易场所的全部标的，时段内亦可。",
      "Closes the day until nothing is left in the books; of all instruments by default, also within"
          + " hours."
    },
    footer = {
      "  grassland exchange close --yes --key exchange.json",
      "  grassland exchange close GCS-152502-2024-0001-2025 --key exchange.json"
    })
final class ExchangeClose extends RegistryCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "INSTRUMENT",
      description = {"交易标的；默认全部。", "Instruments; all of the venue by default."})
  private List<String> instruments = List.of();

  @Option(
      names = "--venue",
      paramLabel = "VENUE",
      description = {
        "交易场所；默认签名者唯一的一个。",
        "The venue; by default the only one that is the signer's."
      })
  private String venue;

  @Option(
      names = "--yes",
      description = {"不再询问，直接收市。", "Closes without asking."})
  private boolean yes;

  @Override
  protected void perform(Session session) {
    VenueId of = OwnVenue.of(venue, session);
    Desk desk = new RegistryDesk(session, of);
    try {
      close(session, of, desk);
    } catch (GatewayAway away) {
      throw away.reason();
    }
  }

  private void close(Session session, VenueId of, Desk desk) {
    List<InstrumentId> open = open(desk);
    if (open.isEmpty()) {
      session.hint("没有需要收市的标的。", "No instrument is to be closed.");
      return;
    }
    if (!Confirmation.given(
        session,
        yes,
        "将 " + open.size() + " 个标的收市，当日不再交易？",
        "Close " + open.size() + " instruments, not to be traded any more today?")) {
      throw new NotDone("未收市。", "Nothing was closed.");
    }
    Clerk clerk =
        new Clerk(desk, Clock.systemUTC(), new SpokenLog(session, of), Duration.ZERO, false);
    List<InstrumentId> left = new ArrayList<>();
    for (InstrumentId instrument : open) {
      if (!clerk.close(instrument)) {
        left.add(instrument);
      }
    }
    if (!left.isEmpty()) {
      throw new NotDone(
          "未能收市：" + left + "；请按上述原因处理后重试。",
          "Not closed: " + left + ". See above why, and try again.");
    }
  }

  private List<InstrumentId> open(Desk desk) {
    Set<InstrumentId> wanted = new TreeSet<>();
    instruments.forEach(each -> wanted.add(Named.read(each, InstrumentId.class, "INSTRUMENT")));
    List<InstrumentId> open = new ArrayList<>();
    for (Desk.Book book : desk.books()) {
      boolean isWanted = instruments.isEmpty() || wanted.remove(book.instrument());
      if (isWanted && !book.isDone()) {
        open.add(book.instrument());
      }
    }
    if (!wanted.isEmpty()) {
      throw new UsageException(
          "该交易场所没有标的 " + wanted + "；grassland market board 列出全部。",
          "The venue has no instrument " + wanted + ": grassland market board lists all.");
    }
    return open;
  }
}
