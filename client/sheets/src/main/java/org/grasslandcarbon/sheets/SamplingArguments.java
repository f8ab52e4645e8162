// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.sheets;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.monitoring.RecordSampling;
import org.grasslandcarbon.domain.monitoring.Sampling;
import org.grasslandcarbon.domain.monitoring.SubmitSampleValues;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.sheets.SamplingImport.FilledSampling;

/**
 * The arguments of {@code recordSampling} that files lead to, or what is wrong with them.
 *
 * @param notes what is told of the files all the same
 * @param problemCount how many problems there are
 * @param problems what is wrong, as far as it is listed
 * @param rows rows of data that were read
 * @param samplings what is to be recorded, when nothing is wrong
 */
public record SamplingArguments(
    List<SheetNote> notes,
    long problemCount,
    List<CellProblem> problems,
    long rows,
    List<Prepared> samplings) {

  /**
   * One sampling.
   *
   * @param parts what is to be submitted by {@code submitSampleValues} beforehand, where the values
   *     are more than one instruction holds
   * @param sampling the arguments of {@code recordSampling}, without values where there are parts;
   *     what names the parts is made by {@link #naming}
   */
  public record Prepared(List<SubmitSampleValues> parts, RecordSampling sampling) {

    /**
     * The record that names parts.
     *
     * @param ids of the parts, once the ledger has them
     */
    public RecordSampling naming(List<InstructionId> ids) {
      return new RecordSampling(
          sampling.analysis(),
          sampling.days(),
          sampling.depthCentimetres(),
          sampling.laboratory(),
          sampling.laboratoryReport(),
          ids.isEmpty() ? Optional.empty() : Optional.of(ids),
          sampling.points(),
          sampling.project(),
          sampling.scenario(),
          sampling.stratum(),
          sampling.values());
    }
  }

  /**
   * Puts the arguments together.
   *
   * @param report the digest of the laboratory's report of samplings that name none
   */
  public static SamplingArguments of(
      SamplingImport.Imported imported, Optional<Sha256> report, InstructionId project) {
    List<CellProblem> problems = new ArrayList<>(imported.problems());
    List<Prepared> prepared = new ArrayList<>();
    for (FilledSampling filled : imported.samplings()) {
      Optional<CellProblem> tooLarge = tooLarge(filled);
      Optional<Sha256> digest = filled.report().or(() -> report);
      if (digest.isEmpty()) {
        problems.add(CellProblem.ofFile(SheetCode.NO_LABORATORY_REPORT, Optional.of(of(filled))));
      } else if (tooLarge.isPresent()) {
        problems.add(tooLarge.get());
      } else {
        Prepared one = prepared(filled, digest.get(), project);
        checkSize(one, filled).ifPresent(problems::add);
        prepared.add(one);
      }
    }
    long count = imported.problemCount() + problems.size() - imported.problems().size();
    return new SamplingArguments(
        imported.notes(),
        count,
        List.copyOf(problems),
        imported.rows(),
        problems.isEmpty() ? List.copyOf(prepared) : List.of());
  }

  private static Detail of(FilledSampling filled) {
    return zh("分层 %s（%s）").en("%s, %s", filled.stratum(), filled.scenario());
  }

  private static Optional<CellProblem> tooLarge(FilledSampling filled) {
    boolean isTooLarge =
        filled.values().size() > Sampling.VALUES_MOST
            || filled.points().size() > RecordSampling.POINTS_MOST;
    return isTooLarge
        ? Optional.of(
            CellProblem.ofFile(
                SheetCode.TOO_MANY_ROWS,
                Optional.of(
                    zh("%s：%s 个测定值、%s 个样点；一次采样最多 %s 个测定值、%s 个样点")
                        .en(
                            "%s: %s values of %s points; a sampling has at most %s of %s",
                            of(filled),
                            filled.values().size(),
                            filled.points().size(),
                            Sampling.VALUES_MOST,
                            RecordSampling.POINTS_MOST))))
        : Optional.empty();
  }

  private static Prepared prepared(FilledSampling filled, Sha256 report, InstructionId project) {
    RecordSampling whole =
        new RecordSampling(
            filled.analysis(),
            filled.days(),
            filled.depth(),
            filled.laboratory(),
            report,
            Optional.empty(),
            filled.points(),
            project,
            filled.scenario(),
            filled.stratum(),
            filled.values());
    boolean fits = filled.values().size() <= SubmitSampleValues.VALUES_MOST && Parts.fits(whole);
    if (fits) {
      return new Prepared(List.of(), whole);
    }
    List<SubmitSampleValues> parts =
        Parts.of(filled.values(), SubmitSampleValues.VALUES_MOST).stream()
            .map(values -> new SubmitSampleValues(project, values))
            .toList();
    RecordSampling without =
        new RecordSampling(
            whole.analysis(),
            whole.days(),
            whole.depthCentimetres(),
            whole.laboratory(),
            whole.laboratoryReport(),
            Optional.empty(),
            whole.points(),
            whole.project(),
            whole.scenario(),
            whole.stratum(),
            List.of());
    return new Prepared(parts, without);
  }

  private static Optional<CellProblem> checkSize(Prepared one, FilledSampling filled) {
    return one.parts().size() > RecordSampling.PARTS_MOST || !Parts.fits(one.sampling())
        ? Optional.of(
            CellProblem.ofFile(
                SheetCode.INSTRUCTION_TOO_LARGE,
                Optional.of(
                    zh("%s：须分 %s 批；一次采样最多引用 %s 批")
                        .en(
                            "%s: these are %s parts; a sampling names at most %s",
                            of(filled), one.parts().size(), RecordSampling.PARTS_MOST))))
        : Optional.empty();
  }
}
