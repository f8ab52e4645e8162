// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.supervision.CaseSignal;
import org.grasslandcarbon.domain.supervision.CaseSubjects;
import org.grasslandcarbon.domain.supervision.CloseSupervisionCase;
import org.grasslandcarbon.domain.supervision.NoteSupervisionCase;
import org.grasslandcarbon.domain.supervision.OpenSupervisionCase;
import org.grasslandcarbon.domain.supervision.RecordRelation;
import org.grasslandcarbon.domain.supervision.Relation;
import org.grasslandcarbon.domain.supervision.SupervisionCase;
import org.grasslandcarbon.domain.value.InstructionId;

/** Supervisors state who is related to whom, and look into what related participants do. */
public final class SupervisionChapter {
  private final Stage stage;

  public SupervisionChapter(Stage stage) {
    this.stage = stage;
  }

  /** Somebody's office states that two are controlled by one. */
  public void relate(Part one, Part other, LocalDate from) {
    stage.does(
        Part.OFFICE,
        "主管部门记载" + one.zh() + "与" + other.zh() + "受同一人控制",
        "The office states that the "
            + one.en()
            + " and the "
            + other.en()
            + " are controlled by one",
        new RecordRelation(
            Setting.document("company register"),
            from,
            Relation.Kind.SAME_CONTROLLER,
            false,
            stage.id(other),
            stage.id(one),
            Optional.empty(),
            Optional.empty()));
  }

  /**
   * The office opens a case about somebody.
   *
   * @return the case
   */
  public InstructionId open(Part about) {
    return stage
        .does(
            Part.OFFICE,
            "主管部门对" + about.zh() + "立案核查",
            "The office opens a case about the " + about.en(),
            openingOf(about))
        .id();
  }

  private OpenSupervisionCase openingOf(Part about) {
    return new OpenSupervisionCase(
        "练习。 Practice.",
        Optional.of(
            new CaseSignal(
                "MUTUAL_TRADES",
                List.of("practice"),
                List.of(new CaseSignal.Parameter("trades", 3)))),
        new CaseSubjects(List.of(), List.of(stage.id(about)), List.of(), List.of()));
  }

  /** Whoever is under supervision opens no case. */
  public void refuseToOpen(Part by, Part about) {
    stage.refused(
        by,
        "被监管者不能立案",
        "Whoever is under supervision opens no case",
        openingOf(about),
        ErrorCode.NOT_ALLOWED);
  }

  /** The office notes what it has found. */
  public void note(InstructionId supervisionCase) {
    stage.does(
        Part.OFFICE,
        "主管部门追加案件记录",
        "The office adds a note to the case",
        new NoteSupervisionCase(
            Optional.of(List.of(Setting.document("minutes"))), supervisionCase, "练习。 Practice."));
  }

  /** The office closes its case. */
  public void close(InstructionId supervisionCase) {
    stage.does(
        Part.OFFICE,
        "主管部门结案",
        "The office closes the case",
        new CloseSupervisionCase(
            Optional.of(List.of(Setting.document("decision on the case"))),
            Optional.of(List.of(SupervisionCase.Measure.WARNING)),
            SupervisionCase.Result.VIOLATION,
            supervisionCase,
            "练习。 Practice."));
  }
}
