// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.credit.Retirement;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.market.InstrumentBook;
import org.grasslandcarbon.domain.participant.Participant;
import org.grasslandcarbon.domain.project.Project;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.InstrumentId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.gateway.preparation.PinnedProject;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.LetGoLines;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Timelines;
import org.grasslandcarbon.gateway.security.Caller;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What happened to a project, a batch, an instrument, a retirement or a participant, in the order
 * of the ledger, as far as somebody may see it: an act by its action's declaration, its movements
 * by their accounts'.
 */
@Component
final class TimelineAnswers {
  /**
   * Acts read for one page, most of which others may not see. Whoever supervises a region may have
   * to turn more than one page until something of it comes.
   */
  private static final int READ_MOST = 2_000;

  /**
   * Who may see acts of others that are not for everybody. All others have their own in their own
   * timeline, and are not even told where in another's there is something that they may not see.
   */
  private static final Set<Role> SUPERVISE =
      EnumSet.of(Role.AUTHORITY, Role.OFFICE, Role.EXCHANGE, Role.BANK, Role.COURT, Role.AUDITOR);

  private final Timelines timelines;
  private final Reader reader;
  private final Found found;
  private final Confidence confidence;
  private final LetGoLines letGo;
  private final int readMost;

  @Autowired
  TimelineAnswers(
      Timelines timelines, Reader reader, Found found, Confidence confidence, LetGoLines letGo) {
    this(timelines, reader, found, confidence, letGo, READ_MOST);
  }

  /**
   * @param readMost acts read for one page
   */
  TimelineAnswers(
      Timelines timelines,
      Reader reader,
      Found found,
      Confidence confidence,
      LetGoLines letGo,
      int readMost) {
    this.letGo = letGo;
    this.readMost = readMost;
    this.timelines = timelines;
    this.reader = reader;
    this.found = found;
    this.confidence = confidence;
  }

  /** What has a timeline. */
  enum Kind {
    PROJECTS,
    BATCHES,
    INSTRUMENTS,
    PARTICIPANTS,
    RETIREMENTS,
    SERIALS
  }

  /**
   * A part of a timeline.
   *
   * @param items in the order of the ledger
   * @param next the position after which it goes on; empty at its end
   * @param told whether that is the position of an act that is told: where it is not, the one who
   *     asks must not learn it
   */
  record Part(List<TimelineItem> items, OptionalLong next, boolean told) {
    /** One that ends with an act that is told, or is the last. */
    Part(List<TimelineItem> items, OptionalLong next) {
      this(items, next, true);
    }
  }

  /** Where to look for what somebody may see of a subject that there is. */
  Timelines.Wanted wanted(Kind kind, String id, Optional<Caller> caller) {
    boolean supervises =
        caller.isPresent() && caller.get().actor().roles().stream().anyMatch(SUPERVISE::contains);
    return switch (kind) {
      case PROJECTS -> {
        String project =
            PinnedProject.tree(reader, id).orElseThrow(Found::nothing).required("id").asString();
        yield of(Project.key(new InstructionId(project)), project, !supervises);
      }
      case BATCHES -> {
        BatchId batch = (BatchId) ViewParameters.convert("batch", id, BatchId.class);
        Timelines.Wanted plain = of(Batch.key(batch), batch.value(), !supervises);
        yield caller.isEmpty()
            ? plain
            : with(
                plain, supervises ? Optional.empty() : caller.map(Caller::id), Optional.of(batch));
      }
      case INSTRUMENTS -> {
        InstrumentId instrument =
            (InstrumentId) ViewParameters.convert("instrument", id, InstrumentId.class);
        Timelines.Wanted plain =
            of(InstrumentBook.key(instrument), instrument.value(), !supervises);
        yield caller.isEmpty() || supervises
            ? plain
            : with(plain, caller.map(Caller::id), Optional.empty());
      }
      case PARTICIPANTS -> {
        ParticipantId participant =
            (ParticipantId) ViewParameters.convert("participant", id, ParticipantId.class);
        boolean own = caller.map(Caller::id).equals(Optional.of(participant));
        Timelines.Wanted plain =
            of(Participant.key(participant), participant.value(), !own && !supervises);
        yield own || supervises ? with(plain, Optional.of(participant), Optional.empty()) : plain;
      }
      case RETIREMENTS -> {
        InstructionId retirement =
            (InstructionId) ViewParameters.convert("retirement", id, InstructionId.class);
        Timelines.Wanted plain = of(Retirement.key(retirement), retirement.value(), true);
        List<InstructionId> besides = new ArrayList<>(plain.besides());
        besides.add(retirement);
        yield new Timelines.Wanted(
            plain.subject(), true, Optional.empty(), Optional.empty(), besides);
      }
      case SERIALS -> throw Found.nowhere();
    };
  }

  /** Of a record that there is, with the corrections that were stated about it. */
  private Timelines.Wanted of(Key<?> record, String subject, boolean openOnly) {
    found.must(record);
    List<InstructionId> corrections = new ArrayList<>();
    reader
        .corrections(record)
        .ifPresent(
            all ->
                all.forEach(
                    each -> corrections.add(new InstructionId(each.path("id").asString()))));
    return new Timelines.Wanted(subject, openOnly, Optional.empty(), Optional.empty(), corrections);
  }

  private static Timelines.Wanted with(
      Timelines.Wanted plain, Optional<ParticipantId> owner, Optional<BatchId> batch) {
    return new Timelines.Wanted(plain.subject(), plain.openOnly(), owner, batch, plain.besides());
  }

  /** The part after a position. */
  Part part(Timelines.Wanted wanted, Optional<Caller> caller, long after, int limit) {
    TimelineWords words = new TimelineWords(reader);
    List<TimelineItem> items = new ArrayList<>();
    long position = after;
    long shown = after;
    int read = 0;
    while (true) {
      List<Timelines.Told> some = timelines.after(wanted, position);
      for (Timelines.Told told : some) {
        if (concerns(wanted, told) && permits(wanted, told, caller)) {
          if (items.size() == limit) {
            // Not where acts between are that are not for the one who asks.
            return new Part(items, OptionalLong.of(shown));
          }
          items.add(item(words, told, caller));
          shown = told.seq();
        }
        position = told.seq();
      }
      read += some.size();
      if (some.isEmpty()) {
        return new Part(items, OptionalLong.empty());
      }
      if (read >= readMost) {
        return new Part(items, OptionalLong.of(position), position == shown);
      }
    }
  }

  /**
   * The first day from which on a timeline has all that somebody's statements tell of; empty where
   * it has all there ever was.
   */
  Optional<LocalDate> wholeFrom(Timelines.Wanted wanted) {
    return wanted.owner().flatMap(letGo::wholeFrom);
  }

  /** Whether an act that somebody is told stands at a position. */
  boolean isTold(Timelines.Wanted wanted, Optional<Caller> caller, long position) {
    return timelines.after(wanted, position - 1).stream()
        .findFirst()
        .filter(told -> told.seq() == position)
        .filter(told -> concerns(wanted, told) && permits(wanted, told, caller))
        .isPresent();
  }

  /** Of an entry that was let go it is no more known whom it moved; what is somebody's own, is. */
  private boolean permits(Timelines.Wanted wanted, Timelines.Told told, Optional<Caller> caller) {
    return confidence.permits(told.entry(), caller)
        || !told.entry().isWhole()
            && wanted.owner().isPresent()
            && wanted.owner().equals(caller.map(Caller::id));
  }

  /** Of what moved somebody's accounts, only what names the subject, unless it is the very one. */
  private static boolean concerns(Timelines.Wanted wanted, Timelines.Told told) {
    boolean moved =
        wanted.batch().isEmpty()
            && wanted.owner().filter(owner -> !owner.value().equals(wanted.subject())).isPresent();
    return !moved
        || !told.entry().isWhole()
        || told.entry()
            .entry()
            .path("references")
            .valueStream()
            .anyMatch(each -> each.path("id").asString("").equals(wanted.subject()));
  }

  private TimelineItem item(TimelineWords words, Timelines.Told told, Optional<Caller> caller) {
    JsonNode postings = confidence.postings(told.entry().entry().path("postings"), caller);
    return words.item(told, postings, List.of(), confidence.permitsText(told.entry(), caller));
  }

  /** Every item, for a file. */
  List<TimelineItem> all(LongFunction<Part> parts, int most) {
    List<TimelineItem> items = new ArrayList<>();
    OptionalLong next = OptionalLong.of(-1);
    while (next.isPresent()) {
      Part part = parts.apply(next.getAsLong());
      items.addAll(part.items());
      next = part.next();
      if (items.size() > most) {
        throw new RequestException(
            GatewayCode.BAD_REQUEST,
            zh("超过 %s 行：请分页读取 JSON").en("more than %s rows: read it as pages of JSON", most));
      }
    }
    return items;
  }
}
