// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.coordination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.coordination.Assessment;
import org.grasslandcarbon.domain.coordination.Goal;
import org.grasslandcarbon.domain.coordination.GoalKind;
import org.grasslandcarbon.domain.coordination.GoalState;
import org.grasslandcarbon.domain.coordination.GoalTarget;
import org.grasslandcarbon.domain.coordination.IndicatorId;
import org.grasslandcarbon.domain.coordination.IndicatorReport;
import org.grasslandcarbon.domain.coordination.RegionAssessments;
import org.grasslandcarbon.domain.coordination.Scorecard;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.Records;
import org.grasslandcarbon.domain.quantification.Figure;
import org.grasslandcarbon.domain.region.Region;
import org.grasslandcarbon.domain.value.BeijingTime;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.RegionCode;
import org.grasslandcarbon.gateway.projection.Ids;
import org.grasslandcarbon.gateway.projection.Reader;
import org.grasslandcarbon.gateway.projection.Selection;
import org.grasslandcarbon.views.GoalViews;
import org.springframework.stereotype.Component;

/**
 * How a region's year led to new targets (china-rules E8): what was missed, the report on it, the
 * revision that rests on the report, and the targets that it brought, with the days from step to
 * step. Where a step is missing, it says why.
 */
@Component
public final class RegionLoop {
  /** Revisions that are told of an assessment, the newest. */
  static final int REVISIONS_MOST = 20;

  /** Targets that are told of a revision; all are on the goal. */
  static final int CHANGES_MOST = 100;

  private final Reader reader;
  private final Clock clock;

  RegionLoop(Reader reader, Clock clock) {
    this.reader = reader;
    this.clock = clock;
  }

  /** A step of the loop, in the order in which they follow. */
  public enum Step {
    /** The year is over. */
    YEAR_OVER,
    /** The office has reported the last of the indicators that the assessment has. */
    REPORTED,
    /** The ledger has computed the gap, with an assessor's report. */
    ASSESSED,
    /** The office has appealed. */
    APPEALED,
    /** The appeal was decided. */
    APPEAL_DECIDED,
    /** The first revision on the report was proposed, or that which was adopted. */
    REVISION_PROPOSED,
    /** New targets came into force. */
    REVISED
  }

  /**
   * When a step was taken.
   *
   * @param day in Beijing; absent where it was not taken
   * @param days since the nearest step before it that was taken, of a revision since the
   *     assessment; below 0 where it was taken before the year was over
   * @param step which
   */
  public record Taken(Optional<LocalDate> day, Sourced days, Step step) {}

  /**
   * What was missed.
   *
   * @param actual what was reached
   * @param gapPercent (target - actual) / target x 100
   * @param goal address of the goal that set the target
   * @param indicator the indicator
   * @param target what was to be reached
   */
  public record Gap(
      Optional<Decimal> actual,
      Optional<Figure> gapPercent,
      Optional<String> goal,
      IndicatorId indicator,
      Optional<Decimal> target) {}

  /**
   * A target that a revision changes.
   *
   * @param after its value by the revision
   * @param before its value by the goal that is revised; absent of one that is new
   * @param indicator the indicator
   * @param project the project, where it is one's
   * @param proposed what the assessor proposed for it, where something was
   * @param region the region, or that of the project
   * @param year the calendar year
   */
  public record Change(
      Decimal after,
      Optional<Decimal> before,
      IndicatorId indicator,
      Optional<InstructionId> project,
      Optional<Decimal> proposed,
      RegionCode region,
      int year) {}

  /**
   * A revision on the report.
   *
   * @param changes the targets that it changes, in its order; the first of them where there are
   *     many
   * @param changesCount how many there are
   * @param from addresses of the revision and of the goal that it revises
   * @param goal the revision
   * @param numbers {@code daysToPropose} from the assessment on, {@code daysToDecide}, {@code
   *     proposalsAdoptedPercent}
   * @param revises the goal that it revises
   * @param state where it stands
   */
  public record Revision(
      List<Change> changes,
      int changesCount,
      List<String> from,
      InstructionId goal,
      SortedMap<String, Sourced> numbers,
      Optional<InstructionId> revises,
      GoalState state) {}

  /**
   * An assessment and what came of it; one without an assessment where the year has none.
   *
   * @param assessment its address below the API's root
   * @param assessor who assessed
   * @param closed whether new targets came of it
   * @param daysInAll from the end of the year to new targets
   * @param gaps the indicators that fell short of their targets, in their order
   * @param revisions those that rest on it, the oldest first; the newest {@value
   *     RegionLoop#REVISIONS_MOST}
   * @param revisionsCount how many there are
   * @param score 0 to 100
   * @param standing whether it is the newest and no appeal against it was upheld
   * @param steps each once, in their order
   */
  public record Round(
      Optional<String> assessment,
      Optional<ParticipantId> assessor,
      boolean closed,
      Sourced daysInAll,
      List<Gap> gaps,
      List<Revision> revisions,
      long revisionsCount,
      Optional<Decimal> score,
      boolean standing,
      List<Taken> steps) {}

  /**
   * A region's year.
   *
   * @param region the division
   * @param rounds one an assessment, the oldest first
   * @param year the calendar year
   */
  public record Loop(RegionCode region, List<Round> rounds, int year) {}

  /** Whether there is such a division. */
  public boolean isKnown(RegionCode region) {
    return reader.find(Region.key(region)).isPresent();
  }

  /** The day in Beijing. */
  public LocalDate today() {
    return BeijingTime.day(Instant.now(clock));
  }

  /** The loop of a region's year. */
  public Loop loop(RegionCode region, int year) {
    Key<RegionAssessments> practice = RegionAssessments.key(region, year, true);
    Key<RegionAssessments> real = RegionAssessments.key(region, year, false);
    Records records =
        reader.records(
            List.of(
                practice,
                real,
                IndicatorReport.key(region, year, false),
                IndicatorReport.key(region, year, true)));
    List<Round> rounds = new ArrayList<>();
    for (Key<RegionAssessments> list : List.of(practice, real)) {
      List<RegionAssessments.Made> made =
          records.find(list).map(RegionAssessments::assessments).orElse(List.of());
      for (RegionAssessments.Made each : made) {
        boolean isNewest = each.equals(made.get(made.size() - 1));
        find(Assessment.key(each.assessment()))
            .ifPresent(found -> rounds.add(round(records, found, isNewest)));
      }
    }
    if (rounds.isEmpty()) {
      rounds.add(new Making(region, year, report(records, region, year)).unassessed());
    }
    return new Loop(region, List.copyOf(rounds), year);
  }

  /**
   * A report of indicators.
   *
   * @param at when the newest of them was first reported
   * @param from its address below the API's root
   */
  private record Report(Instant at, String from) {}

  /** What was reported later was no part of the assessment. */
  private Round round(Records records, Assessment found, boolean isNewest) {
    Optional<Report> report =
        reports(records, found.region(), found.year(), found.practice())
            .filter(each -> !each.at().isAfter(found.at()))
            .max(Comparator.comparing(Report::at));
    return new Making(found.region(), found.year(), report).round(found, isNewest);
  }

  /** The newest of both, for practice and not, where no assessment says which counts. */
  private static Optional<Report> report(Records records, RegionCode region, int year) {
    return Stream.concat(
            reports(records, region, year, false), reports(records, region, year, true))
        .max(Comparator.comparing(Report::at));
  }

  private static Stream<Report> reports(
      Records records, RegionCode region, int year, boolean practice) {
    Key<IndicatorReport> key = IndicatorReport.key(region, year, practice);
    String from = "/indicator-reports/" + Ids.of(key).replace(':', '/');
    return records.find(key).stream()
        .flatMap(each -> each.values().stream())
        .map(each -> new Report(each.at(), from));
  }

  private <T extends LedgerRecord> Optional<T> find(Key<T> key) {
    return reader.records(List.of(key)).find(key);
  }

  /** One round in the making. */
  private final class Making {
    private final RegionCode region;
    private final int year;
    private final List<Taken> steps = new ArrayList<>();
    private Optional<LocalDate> before = Optional.empty();

    /**
     * Begins with what is the same for all rounds of the year.
     *
     * @param report when the newest of the indicators was first reported
     */
    Making(RegionCode region, int year, Optional<Report> report) {
      this.region = region;
      this.year = year;
      LocalDate end = LocalDate.of(year, 12, 31);
      if (end.isBefore(today())) {
        before = Optional.of(end);
        steps.add(new Taken(before, Sourced.of(0, List.of()), Step.YEAR_OVER));
      } else {
        missing(Step.YEAR_OVER, NoFigure.YEAR_NOT_OVER, List.of());
      }
      report.ifPresentOrElse(
          each -> taken(Step.REPORTED, each.at(), List.of(each.from())),
          () -> missing(Step.REPORTED, NoFigure.NOT_REPORTED, List.of()));
    }

    private void taken(Step step, Instant at, List<String> from) {
      LocalDate day = BeijingTime.day(at);
      Sourced days =
          before
              .map(last -> Sourced.of(ChronoUnit.DAYS.between(last, day), from))
              .orElseGet(() -> Sourced.none(NoFigure.YEAR_NOT_OVER, from));
      steps.add(new Taken(Optional.of(day), days, step));
      before = Optional.of(day);
    }

    private void missing(Step step, NoFigure why, List<String> from) {
      steps.add(new Taken(Optional.empty(), Sourced.none(why, from), step));
    }

    Round unassessed() {
      for (Step each :
          List.of(
              Step.ASSESSED,
              Step.APPEALED,
              Step.APPEAL_DECIDED,
              Step.REVISION_PROPOSED,
              Step.REVISED)) {
        missing(each, NoFigure.NOT_ASSESSED, List.of());
      }
      return new Round(
          Optional.empty(),
          Optional.empty(),
          false,
          Sourced.none(NoFigure.NOT_ASSESSED, List.of()),
          List.of(),
          List.of(),
          0,
          Optional.empty(),
          false,
          List.copyOf(steps));
    }

    Round round(Assessment assessment, boolean isNewest) {
      String address = "/assessments/" + assessment.id();
      taken(Step.ASSESSED, assessment.at(), List.of(address));
      appeal(assessment, address);
      Selection resting =
          Selection.of(GoalViews.GOALS)
              .with(GoalViews.GOALS.column("assessment"), assessment.id().value())
              .with(GoalViews.GOALS.column("kind"), GoalKind.REVISION.name());
      List<Goal> revisions = GoalTree.goals(reader, resting, REVISIONS_MOST);
      Optional<Goal> adopted =
          revisions.stream()
              .filter(
                  each -> each.state() == GoalState.ADOPTED || each.state() == GoalState.SUPERSEDED)
              .findFirst();
      revision(assessment, address, revisions, adopted);
      return new Round(
          Optional.of(address),
          Optional.of(assessment.assessor()),
          adopted.isPresent(),
          inAll(address, adopted),
          gaps(assessment),
          revisions.stream().map(each -> told(assessment, each)).toList(),
          reader.count(resting),
          assessment.scorecard().score(),
          isNewest && assessment.upheldBy().isEmpty(),
          List.copyOf(steps));
    }

    private void appeal(Assessment assessment, String address) {
      Optional<Goal> appeal = assessment.appeal().flatMap(id -> find(Goal.key(id)));
      if (appeal.isEmpty()) {
        missing(Step.APPEALED, NoFigure.NO_APPEAL, List.of(address));
        missing(Step.APPEAL_DECIDED, NoFigure.NO_APPEAL, List.of(address));
        return;
      }
      List<String> from = List.of(address, GoalTree.address(appeal.get().id()));
      taken(Step.APPEALED, appeal.get().at(), from);
      appeal
          .get()
          .decision()
          .ifPresentOrElse(
              how -> taken(Step.APPEAL_DECIDED, how.at(), from),
              () -> missing(Step.APPEAL_DECIDED, NoFigure.NOT_DECIDED, from));
    }

    private void revision(
        Assessment assessment, String address, List<Goal> revisions, Optional<Goal> adopted) {
      if (revisions.isEmpty()) {
        NoFigure why =
            assessment.upheldBy().isPresent() ? NoFigure.APPEAL_UPHELD : NoFigure.NO_REVISION;
        missing(Step.REVISION_PROPOSED, why, List.of(address));
        missing(Step.REVISED, why, List.of(address));
        return;
      }
      Goal told = adopted.orElseGet(() -> revisions.get(0));
      List<String> from = List.of(address, GoalTree.address(told.id()));
      // An appeal may be decided after a revision was proposed: days are from the assessment on.
      before = Optional.of(BeijingTime.day(assessment.at()));
      taken(Step.REVISION_PROPOSED, told.at(), from);
      if (adopted.isPresent()) {
        taken(Step.REVISED, told.decision().orElseThrow().at(), from);
      } else {
        boolean isOpen = revisions.stream().anyMatch(each -> each.state() == GoalState.OPEN);
        missing(Step.REVISED, isOpen ? NoFigure.NOT_DECIDED : NoFigure.NOT_ADOPTED, from);
      }
    }

    private Sourced inAll(String address, Optional<Goal> adopted) {
      if (adopted.isEmpty()) {
        Taken last = steps.get(steps.size() - 1);
        return Sourced.none(last.days().missing().orElseThrow(), last.days().from());
      }
      LocalDate day = BeijingTime.day(adopted.get().decision().orElseThrow().at());
      return Sourced.of(
          ChronoUnit.DAYS.between(LocalDate.of(year, 12, 31), day),
          List.of(address, GoalTree.address(adopted.get().id())));
    }

    private Revision told(Assessment assessment, Goal revision) {
      Optional<Goal> revised = revision.revises().flatMap(id -> find(Goal.key(id)));
      List<Change> changes = new ArrayList<>();
      for (GoalTarget each : revision.targets()) {
        Optional<Decimal> before = revised.flatMap(goal -> valueOf(goal, each));
        if (!before.equals(Optional.of(each.value()))) {
          changes.add(
              new Change(
                  each.value(),
                  before,
                  each.indicator(),
                  each.project(),
                  proposed(assessment, each),
                  each.region(),
                  each.year()));
        }
      }
      String address = GoalTree.address(revision.id());
      String assessed = "/assessments/" + assessment.id();
      SortedMap<String, Sourced> numbers = new TreeMap<>();
      numbers.put(
          "daysToPropose",
          Sourced.of(GoalTree.days(assessment.at(), revision.at()), List.of(assessed, address)));
      numbers.put("daysToDecide", GoalTree.daysToDecide(revision));
      numbers.put("proposalsAdoptedPercent", GoalTree.proposalsAdopted(revision));
      List<String> from = new ArrayList<>(List.of(address));
      revision.revises().ifPresent(id -> from.add(GoalTree.address(id)));
      return new Revision(
          changes.stream().limit(CHANGES_MOST).toList(),
          changes.size(),
          List.copyOf(from),
          revision.id(),
          numbers,
          revision.revises(),
          revision.state());
    }

    private Optional<Decimal> proposed(Assessment assessment, GoalTarget of) {
      return assessment.proposals().stream()
          .filter(
              each ->
                  of.project().isEmpty()
                      && of.region().equals(region)
                      && each.indicator().equals(of.indicator())
                      && each.year() == of.year())
          .map(Assessment.ProposedTarget::value)
          .findFirst();
    }
  }

  private static Optional<Decimal> valueOf(Goal goal, GoalTarget place) {
    return goal.targets().stream()
        .filter(
            each ->
                each.region().equals(place.region())
                    && each.project().equals(place.project())
                    && each.indicator().equals(place.indicator())
                    && each.year() == place.year())
        .map(GoalTarget::value)
        .findFirst();
  }

  private static List<Gap> gaps(Assessment assessment) {
    return assessment.scorecard().indicators().stream()
        .filter(RegionLoop::fellShort)
        .map(
            each ->
                new Gap(
                    each.actual(),
                    each.gapPercent(),
                    each.goal().map(GoalTree::address),
                    each.indicator(),
                    each.target()))
        .toList();
  }

  private static boolean fellShort(Scorecard.IndicatorScore score) {
    return score.attainment().filter(each -> each.compareTo(Decimal.of("1")) < 0).isPresent();
  }
}
