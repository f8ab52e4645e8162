// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.preparation;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.monitoring.ReportQuantification;
import org.grasslandcarbon.domain.project.ProjectDesign;
import org.grasslandcarbon.domain.quantification.Datum;
import org.grasslandcarbon.domain.quantification.Stratum;
import org.grasslandcarbon.domain.value.BadValueException;
import org.grasslandcarbon.domain.value.DateRange;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * What is to be computed: the arguments of {@code submitMonitoringReport} as they are, or, for a
 * project that is not registered yet, a methodology version with strata and a first day.
 *
 * @param data the rows, as many as a report may have with all its parts
 * @param dataParts parts of the data that were submitted before
 * @param documents not computed with; may be left out
 * @param gapExplanation as in a report
 * @param methodology the version, when there is no project
 * @param period the monitored days
 * @param project the project's id or number
 * @param samplings recorded samplings, as in a report
 * @param startDate the day on which the project begins, when there is no project
 * @param strata the strata, when there is no project
 */
public record DryRun(
    @Means(en = "Data, as in submitMonitoringReport", zh = "监测数据，格式同 submitMonitoringReport")
        @Most(ReportQuantification.ROWS_MOST)
        List<Datum> data,
    @Means(en = "Parts of the data that were submitted before", zh = "此前分批提交的监测数据编号")
        @Most(PARTS_MOST)
        Optional<List<InstructionId>> dataParts,
    @Means(en = "Not computed with", zh = "不参与计算") @Most(100) Optional<List<Sha256>> documents,
    @Means(en = "As in a report", zh = "同监测报告") @Most(1_000) Optional<String> gapExplanation,
    @Means(en = "Methodology version, when there is no project", zh = "方法学版本（无项目时）")
        Optional<MethodologyRef> methodology,
    @Means(en = "Monitored days, both included", zh = "监测期（含首尾日）") DateRange period,
    @Means(en = "Project: its id or number", zh = "项目编号或 UUID") @Most(40) Optional<String> project,
    @Means(en = "Recorded samplings, as in a report", zh = "已登记的采样编号，同监测报告") @Most(SAMPLINGS_MOST)
        Optional<List<InstructionId>> samplings,
    @Means(en = "Day on which the project begins, when there is no project", zh = "开工日期（无项目时）")
        Optional<LocalDate> startDate,
    @Means(en = "Strata, when there is no project", zh = "分层（无项目时）")
        @Most(ProjectDesign.STRATA_MOST)
        Optional<List<Stratum>> strata) {

  /** As in a report. */
  static final int PARTS_MOST = 20;

  /** As in a report. */
  static final int SAMPLINGS_MOST = 4 * ProjectDesign.STRATA_MOST;

  /**
   * Reads what was sent.
   *
   * @throws RegistryException {@code MALFORMED}
   */
  public static DryRun read(byte[] json) {
    DryRun read = Codec.read(json, DryRun.class);
    RegistryException.require(
        read != null,
        ErrorCode.MALFORMED,
        zh("null 不是试算请求：请发送 JSON 对象").en("null is no dry run: send a JSON object"));
    try {
      Shape.checkWritten(read);
    } catch (BadValueException e) {
      throw new RegistryException(ErrorCode.MALFORMED, e.detail());
    }
    boolean complete =
        read.project.isPresent()
            ? read.methodology.isEmpty() && read.startDate.isEmpty() && read.strata.isEmpty()
            : read.dataParts.isEmpty()
                && read.samplings.isEmpty()
                && read.methodology.isPresent()
                && read.startDate.isPresent()
                && read.strata.isPresent();
    RegistryException.require(
        complete,
        ErrorCode.MALFORMED,
        zh("请给出 project，或给出 methodology、startDate 和 strata")
            .en("give either project, or methodology with startDate and strata"));
    return read;
  }
}
