// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.project;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.LedgerRecord;
import org.grasslandcarbon.domain.ledger.RecordType;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.plausibility.Flag;
import org.grasslandcarbon.domain.region.RegionCount;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.Decimal;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.ProjectNumber;
import org.grasslandcarbon.domain.value.Tonnes;

/**
 * A project. Its boundary, comments and validation are records of their own ({@link
 * ProjectBoundary}, {@link Comment}, {@link Validation}).
 *
 * @param boundaryHectares the area of its boundary as computed
 * @param comments how many comments there are
 * @param deregistration its end
 * @param design what the owner declared for the present crediting period
 * @param earlier the terms of earlier crediting periods, the first first
 * @param flags what was implausible in the design that it was proposed with, where the version has
 *     rules for it; those of a renewal are in the {@link Renewal}
 * @param id the id of the instruction that proposed it
 * @param nonPermanencePercent the share of issued tonnes withheld in the buffer
 * @param number its public number, once registered
 * @param outlines the proposal that drew the outlines of the present strata, where they have any
 *     ({@link StrataOutlines})
 * @param owner the project owner
 * @param predecessors ended projects that had a part of its land, found by the ledger
 * @param proposedAt transaction time; publicity begins on its day
 * @param publicityWorkingDays how long publicity lasts
 * @param registeredAt transaction time
 * @param renewal the renewal that is proposed and not registered yet
 * @param sharedLand what of its boundary is in earlier projects and was taken off its area, within
 *     what is tolerated between two surveys of one border
 * @param state where it stands
 * @param training whether it is for practice only
 * @param validator the certifier that gave an opinion on the design
 */
public record Project(
    Decimal boundaryHectares,
    int comments,
    Optional<Deregistration> deregistration,
    ProjectDesign design,
    @Most(ProposeRenewal.PERIODS_MOST) List<Term> earlier,
    @Most(Flag.FLAGS_MOST) Optional<List<Flag>> flags,
    InstructionId id,
    Decimal nonPermanencePercent,
    Optional<ProjectNumber> number,
    Optional<InstructionId> outlines,
    ParticipantId owner,
    @Most(LandClaims.NEIGHBOURS_MOST) Optional<List<Predecessor>> predecessors,
    Instant proposedAt,
    int publicityWorkingDays,
    Optional<Instant> registeredAt,
    Optional<Renewing> renewal,
    @Most(LandClaims.NEIGHBOURS_MOST) Optional<List<Shared>> sharedLand,
    State state,
    boolean training,
    Optional<ParticipantId> validator)
    implements LedgerRecord {

  /** The type of projects. */
  public static final RecordType<Project> TYPE =
      new RecordType<>("PROJECT", Project.class, Visibility.PUBLIC);

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** As {@link DateRange#daysOf365} counts them. */
  private static final BigDecimal DAYS_OF_A_YEAR = BigDecimal.valueOf(365);

  /** Where a project stands. */
  public enum State {
    /** Its design document is public and may be commented on (公示). */
    PUBLICITY,
    /** A certifier gave a positive opinion (审定). */
    VALIDATED,
    /** A certifier gave a negative opinion; the end. */
    REJECTED,
    /** It has a number and may report (登记). */
    REGISTERED,
    /** It has ended and can never be registered again (注销). */
    DEREGISTERED
  }

  /**
   * The end of a project.
   *
   * @param at transaction time
   * @param by the owner, an office or the authority
   * @param reason in words
   */
  public record Deregistration(
      Instant at, ParticipantId by, @Most(DeregisterProject.REASON_MOST) String reason) {}

  public Project {
    earlier = List.copyOf(earlier);
    flags = flags.map(List::copyOf);
    predecessors = predecessors.map(List::copyOf);
    sharedLand = sharedLand.map(List::copyOf);
  }

  /**
   * An ended project on whose land this one goes on.
   *
   * @param creditedTo the last day for which the land was credited, if it was
   * @param outlines the proposal that drew the outlines of its last strata, where they have any
   * @param project the project
   */
  public record Predecessor(
      Optional<LocalDate> creditedTo, Optional<InstructionId> outlines, InstructionId project) {}

  /**
   * Land that is in an earlier project as well.
   *
   * @param hectares how much, rounded up to a square metre
   * @param project the earlier project
   */
  public record Shared(Decimal hectares, InstructionId project) {}

  /**
   * Under what the days of a crediting period are monitored.
   *
   * @param design the design
   * @param nonPermanencePercent the share of issued tonnes withheld in the buffer
   * @param outlines the proposal that drew the outlines of its strata, where they have any
   * @param validator the certifier that validated it
   */
  public record Term(
      ProjectDesign design,
      Decimal nonPermanencePercent,
      Optional<InstructionId> outlines,
      Optional<ParticipantId> validator) {
    /** Of strata without outlines. */
    public Term(
        ProjectDesign design, Decimal nonPermanencePercent, Optional<ParticipantId> validator) {
      this(design, nonPermanencePercent, Optional.empty(), validator);
    }
  }

  /**
   * A renewal under way, as far as those who comment need it.
   *
   * @param firstComment the number of the first comment that is on the renewal
   * @param id the renewal
   * @param proposedAt transaction time; publicity begins on its day
   * @param publicityWorkingDays how long publicity lasts
   */
  public record Renewing(
      int firstComment, InstructionId id, Instant proposedAt, int publicityWorkingDays) {
    Publicity publicity() {
      return Publicity.from(proposedAt, publicityWorkingDays);
    }
  }

  /** The key of a project. */
  public static Key<Project> key(InstructionId id) {
    return TYPE.key(id.value());
  }

  /**
   * The project, which must be registered and the acting participant's own.
   *
   * @throws org.grasslandcarbon.domain.error.RegistryException {@code UNKNOWN_PROJECT}, {@code
   *     NOT_ALLOWED} or {@code WRONG_STATE}
   */
  public static Project registeredOfActor(Act act, InstructionId id) {
    Project found = act.must(key(id), ErrorCode.UNKNOWN_PROJECT);
    act.require(
        found.owner.equals(act.actor().id()),
        ErrorCode.NOT_ALLOWED,
        zh("该项目属于其他业主").en("the project is another's"));
    act.require(
        found.state == State.REGISTERED,
        ErrorCode.WRONG_STATE,
        zh("项目状态为 %s").en("the project is %s", found.state));
    return found;
  }

  /** Where what happens with it is counted. */
  public RegionCount count() {
    return new RegionCount(design.region(), training);
  }

  /** Its land as it is counted, once it is registered. */
  RegionCount.Land countedLand() {
    return new RegionCount.Land(
        design.creditingPeriod().to(), design.areaHectares(), registeredAt.orElseThrow());
  }

  /** Whether it claims no land any more: it was ended, or its crediting is over. */
  boolean hasEnded(LocalDate day) {
    return state == State.DEREGISTERED
        || state == State.REGISTERED
            && renewal.isEmpty()
            && day.isAfter(design.creditingPeriod().to());
  }

  /** The publicity of its first design. */
  Publicity publicity() {
    return Publicity.from(proposedAt, publicityWorkingDays);
  }

  /** The terms of all crediting periods, the first first. */
  private List<Term> terms() {
    List<Term> terms = new ArrayList<>(earlier);
    terms.add(new Term(design, nonPermanencePercent, outlines, validator));
    return terms;
  }

  /** The proposal that drew outlines of the project's strata last, if one did. */
  Optional<InstructionId> lastOutlines() {
    return terms().stream()
        .flatMap(term -> term.outlines.stream())
        .reduce((before, after) -> after);
  }

  /** The terms of the crediting period that has all days of a period, if one has. */
  public Optional<Term> termOf(DateRange period) {
    return terms().stream()
        .filter(term -> term.design.creditingPeriod().contains(period))
        .findFirst();
  }

  /** The terms under which something of a year is recorded: the present ones where none has it. */
  public Term termFor(int year) {
    List<Term> terms = terms();
    return termOf(year).orElse(terms.get(terms.size() - 1));
  }

  /** The terms of the latest crediting period that has a day of a year, if one has. */
  public Optional<Term> termOf(int year) {
    return terms().stream()
        .filter(term -> term.design.creditingPeriod().inYear(year).isPresent())
        .reduce((before, after) -> after);
  }

  /**
   * Whole tonnes of a vintage year that its owner may expect: what the designs expect of the days
   * of it that they have, without what the buffer withholds, rounded down.
   */
  public Tonnes expectedOf(int year) {
    BigDecimal expected = BigDecimal.ZERO;
    for (Term term : terms()) {
      int days = term.design.creditingPeriod().inYear(year).map(DateRange::daysOf365).orElse(0);
      BigDecimal kept = HUNDRED.subtract(term.nonPermanencePercent.value());
      expected =
          expected.add(
              BigDecimal.valueOf(term.design.expectedTonnesPerYear().value())
                  .multiply(BigDecimal.valueOf(days))
                  .multiply(kept));
    }
    return Tonnes.of(
        expected.divide(HUNDRED.multiply(DAYS_OF_A_YEAR), 0, RoundingMode.FLOOR).longValueExact());
  }

  /** The designs of all crediting periods, the first first. */
  public List<ProjectDesign> designs() {
    return terms().stream().map(Term::design).toList();
  }

  /** The first day of the first crediting period. */
  public LocalDate creditingFrom() {
    return terms().get(0).design.creditingPeriod().from();
  }

  /** Whether a certifier validated the project, at first or at a renewal. */
  public boolean wasValidatedBy(ParticipantId certifier) {
    return terms().stream().anyMatch(term -> term.validator.equals(Optional.of(certifier)));
  }

  Project withRenewal(Optional<Renewing> pending) {
    return with(copy -> copy.renewal = pending);
  }

  /** The project under the design of a renewal; what it was under joins the earlier terms. */
  Project renewed(Renewal done) {
    return with(
        copy -> {
          copy.earlier = terms();
          copy.design = done.design();
          copy.nonPermanencePercent = done.nonPermanencePercent();
          copy.outlines = done.outlines();
          copy.validator = done.validation().map(Validation::by);
          copy.renewal = Optional.empty();
        });
  }

  Project withComment() {
    return with(copy -> copy.comments++);
  }

  Project withOpinion(State changed, ParticipantId by, Decimal nonPermanence) {
    return with(
        copy -> {
          copy.state = changed;
          copy.validator = Optional.of(by);
          copy.nonPermanencePercent = nonPermanence;
        });
  }

  Project withRegistration(ProjectNumber given, Instant at) {
    return with(
        copy -> {
          copy.state = State.REGISTERED;
          copy.number = Optional.of(given);
          copy.registeredAt = Optional.of(at);
        });
  }

  Project withDeregistration(Deregistration end) {
    return with(
        copy -> {
          copy.state = State.DEREGISTERED;
          copy.deregistration = Optional.of(end);
          copy.renewal = Optional.empty();
        });
  }

  private Project with(Consumer<Copy> changes) {
    Copy copy = new Copy();
    changes.accept(copy);
    return new Project(
        boundaryHectares,
        copy.comments,
        copy.deregistration,
        copy.design,
        copy.earlier,
        flags,
        id,
        copy.nonPermanencePercent,
        copy.number,
        copy.outlines,
        owner,
        predecessors,
        proposedAt,
        publicityWorkingDays,
        copy.registeredAt,
        copy.renewal,
        sharedLand,
        copy.state,
        training,
        copy.validator);
  }

  /** What changes in a project's life. */
  private final class Copy {
    private int comments = Project.this.comments;
    private Optional<Deregistration> deregistration = Project.this.deregistration;
    private ProjectDesign design = Project.this.design;
    private List<Term> earlier = Project.this.earlier;
    private Decimal nonPermanencePercent = Project.this.nonPermanencePercent;
    private Optional<ProjectNumber> number = Project.this.number;
    private Optional<InstructionId> outlines = Project.this.outlines;
    private Optional<Instant> registeredAt = Project.this.registeredAt;
    private Optional<Renewing> renewal = Project.this.renewal;
    private State state = Project.this.state;
    private Optional<ParticipantId> validator = Project.this.validator;
  }

  @Override
  public Key<Project> key() {
    return key(id);
  }
}
