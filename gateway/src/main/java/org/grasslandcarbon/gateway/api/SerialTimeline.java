// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The life of a credit or of a block of them: issued, withheld, passed on, used. Who may see
 * neither side of a movement is told, where the credits came to another holder, that they did, and
 * on which days; not by which act, at which time or in which block, by which a trade on the tape
 * would be known and with it who bought. Of what leaves them with their holder (a freeze, a
 * listing) it is told nothing.
 */
@Component
final class SerialTimeline {
  /** Movements read for one page: who asks for credits that moved more often takes fewer. */
  private static final int MOVES_MOST = 2_000;

  /** Before any position. */
  private static final long BEGINNING = -1;

  private final Timelines timelines;
  private final Serials serials;
  private final Confidence confidence;
  private final Reader reader;

  SerialTimeline(Timelines timelines, Serials serials, Confidence confidence, Reader reader) {
    this.timelines = timelines;
    this.serials = serials;
    this.confidence = confidence;
    this.reader = reader;
  }

  /** Movements of one entry, of the credits that are asked for. */
  private record Step(Timelines.Told act, List<Timelines.Moved> moves) {
    long last() {
      return moves.get(moves.size() - 1).seq();
    }

    JsonNode posting(Timelines.Moved moved) {
      return act.entry().entry().path("postings").path(moved.posting());
    }

    /** Its postings that moved them. */
    ArrayNode postings() {
      ArrayNode postings = JsonNodeFactory.instance.arrayNode();
      new TreeSet<>(moves.stream().map(Timelines.Moved::posting).toList())
          .forEach(
              index -> postings.add(act.entry().entry().path("postings").path(index).deepCopy()));
      return postings;
    }

    LocalDate day() {
      return BeijingTime.day(Instant.parse(act.entry().text("at").orElseThrow()));
    }
  }

  /**
   * The part after a position. It ends after an act that is told, so that a position says no more
   * than the act does, or at the end; credits that changed hands before an act stand with it, by
   * which a part may have one item more.
   *
   * @param after where an earlier part for the same caller ended, or before the beginning. From any
   *     other position it would be told how many hidden movements come after it, and with some
   *     trying in which block each of them is.
   */
  TimelineAnswers.Part part(String serial, Optional<Caller> caller, long after, int limit) {
    Serials.Asked asked = serials.asked(serial);
    if (after != BEGINNING && !endsPart(asked, caller, after)) {
      throw Paging.wrongCursor();
    }
    TimelineWords words = new TimelineWords(reader);
    List<TimelineItem> items = new ArrayList<>();
    Passing passing = new Passing();
    long told = after;
    long position = after;
    int read = 0;
    while (true) {
      List<Step> steps = steps(asked, position);
      if (steps.isEmpty()) {
        passing.take(asked).ifPresent(items::add);
        return new TimelineAnswers.Part(items, OptionalLong.empty());
      }
      for (Step step : steps) {
        mustBeWhole(step);
        JsonNode visible = visible(step, caller);
        if (visible.isEmpty()) {
          passing.add(step);
        } else {
          int more = passing.isEmpty() ? 1 : 2;
          if (!items.isEmpty() && items.size() + more > limit) {
            return new TimelineAnswers.Part(items, OptionalLong.of(told));
          }
          passing.take(asked).ifPresent(items::add);
          items.add(
              words.item(
                  step.act(),
                  visible,
                  full(asked, step.moves().stream().map(Timelines.Moved::serials).toList()),
                  confidence.permitsText(step.act().entry(), caller)));
          told = step.last();
        }
        read += step.moves().size();
        if (read > MOVES_MOST) {
          throw new RequestException(
              GatewayCode.BAD_REQUEST, zh("请查询更短的编号段").en("ask for a smaller block"));
        }
      }
      position = steps.get(steps.size() - 1).last();
    }
  }

  /** What somebody may see of what an act moved; nothing of an act that it may not see. */
  private JsonNode visible(Step step, Optional<Caller> caller) {
    return confidence.permits(step.act().entry(), caller)
        ? confidence.postings(step.postings(), caller)
        : JsonNodeFactory.instance.arrayNode();
  }

  /** Whether a position is that of the last movement of an act that is told. */
  private boolean endsPart(Serials.Asked asked, Optional<Caller> caller, long position) {
    if (position < 0) {
      return false;
    }
    return timelines.moves(asked.id(), asked.serials(), position - 1).stream()
        .findFirst()
        .filter(moved -> moved.seq() == position)
        .map(moved -> steps(asked, moved.entry() - 1).get(0))
        .filter(step -> step.last() == position)
        .filter(step -> !visible(step, caller).isEmpty())
        .isPresent();
  }

  /** It is not told which block has it: by that it would be known which act moved them. */
  private static void mustBeWhole(Step step) {
    if (!step.act().entry().isWhole()) {
      throw new RequestException(
          GatewayCode.LET_GO,
          zh("本网关已清理这些编号早期的流转内容")
              .en("of the early movements of these serials nothing is kept at this gateway"));
    }
  }

  /** Credits that changed hands by acts that are not told, since the last that is. */
  private static final class Passing {
    private Optional<TimelineItem.Transfers> transfers = Optional.empty();
    private final List<SerialRange> serials = new ArrayList<>();
    private long lastEntry = -1;

    void add(Step step) {
      List<SerialRange> passed =
          step.moves().stream()
              .filter(moved -> changesHands(step.posting(moved)))
              .map(Timelines.Moved::serials)
              .toList();
      if (!passed.isEmpty()) {
        serials.addAll(passed);
        if (step.act().seq() != lastEntry) {
          LocalDate day = step.day();
          transfers =
              transfers
                  .map(before -> before.and(day))
                  .or(() -> Optional.of(new TimelineItem.Transfers(day, day, 1)));
        }
        lastEntry = step.act().seq();
      }
    }

    boolean isEmpty() {
      return transfers.isEmpty();
    }

    Optional<TimelineItem> take(Serials.Asked asked) {
      Optional<TimelineItem> item =
          transfers.map(each -> TimelineWords.item(each, full(asked, serials)));
      transfers = Optional.empty();
      serials.clear();
      return item;
    }
  }

  private static boolean changesHands(JsonNode posting) {
    Optional<ParticipantId> before = Account.of(posting.path("source").asString("")).owner();
    Optional<ParticipantId> after = Account.of(posting.path("destination").asString("")).owner();
    return before.isPresent() && after.isPresent() && !before.equals(after);
  }

  /** Movements after a position by the entries that they are of, of each entry all of them. */
  private List<Step> steps(Serials.Asked asked, long after) {
    List<Timelines.Moved> read =
        new ArrayList<>(timelines.moves(asked.id(), asked.serials(), after));
    List<Timelines.Moved> some = read;
    while (some.size() >= Timelines.ENTRIES_A_QUERY && read.size() <= MOVES_MOST) {
      Timelines.Moved last = read.get(read.size() - 1);
      some =
          timelines.moves(asked.id(), asked.serials(), last.seq()).stream()
              .filter(moved -> moved.entry() == last.entry())
              .toList();
      read.addAll(some);
    }
    Map<Long, List<Timelines.Moved>> byEntry = new LinkedHashMap<>();
    for (Timelines.Moved moved : read) {
      byEntry.computeIfAbsent(moved.entry(), any -> new ArrayList<>()).add(moved);
    }
    return timelines.entries(byEntry.keySet()).stream()
        .map(act -> new Step(act, byEntry.get(act.seq())))
        .toList();
  }

  /** Full serial numbers of credits, each told once. */
  private static List<String> full(Serials.Asked asked, List<SerialRange> serials) {
    List<SerialRange> sorted = serials.stream().sorted().toList();
    List<String> numbers = new ArrayList<>();
    long start = sorted.get(0).start();
    long end = start - 1;
    for (SerialRange each : sorted) {
      if (each.start() > end + 1) {
        numbers.add(asked.id().serialNumber(new SerialRange(start, end)));
        start = each.start();
      }
      end = Math.max(end, each.end());
    }
    numbers.add(asked.id().serialNumber(new SerialRange(start, end)));
    return numbers;
  }
}
