// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.supervision;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.List;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.json.Distinct;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.value.Check;

/**
 * The computed signal that a case began with. The ledger keeps what somebody was shown; whether it
 * is so anybody can compute again with the same parameters.
 *
 * @param detector by which it was found
 * @param evidence ids of trades, listings and instructions
 * @param parameters with which it was computed
 */
public record CaseSignal(
    @Means(en = "Detector, e.g. WASH_RING", zh = "监测指标，例如 WASH_RING") @Most(DETECTOR_LENGTH_MOST)
        String detector,
    @Means(en = "Ids of trades, listings and instructions", zh = "成交、挂牌和指令的编号")
        @Distinct
        @Most(value = EVIDENCE_MOST, each = EVIDENCE_LENGTH_MOST)
        List<String> evidence,
    @Means(en = "Parameters of the detector", zh = "监测指标的参数") @Most(PARAMETERS_MOST)
        List<Parameter> parameters) {

  static final int DETECTOR_LENGTH_MOST = 40;

  /** As much as a detector tells of one signal. */
  static final int EVIDENCE_MOST = 100;

  /** An instrument with a number, or an instruction's id, with room. */
  static final int EVIDENCE_LENGTH_MOST = 100;

  static final int PARAMETERS_MOST = 20;

  static final String DETECTOR_PATTERN = "[A-Z][A-Z_]*";

  static final String EVIDENCE_PATTERN = "[!-~]+";

  private static final Pattern DETECTOR = Pattern.compile(DETECTOR_PATTERN);

  private static final Pattern EVIDENCE = Pattern.compile(EVIDENCE_PATTERN);

  /**
   * A number that a detector was given.
   *
   * @param name what it is called
   * @param value the number
   */
  public record Parameter(
      @Means(en = "Name of the parameter", zh = "参数名称") @Most(NAME_LENGTH_MOST) String name,
      @Means(en = "Its value", zh = "参数值") @Least(0) @Most(VALUE_MOST) int value) {

    static final int NAME_LENGTH_MOST = 40;

    /** Tonnes of the largest order there could be. */
    static final int VALUE_MOST = 1_000_000_000;

    static final String NAME_PATTERN = "[a-z][a-zA-Z]*";

    private static final Pattern NAME = Pattern.compile(NAME_PATTERN);

    public Parameter {
      Check.matches(
          NAME,
          name,
          zh("参数名称以小写字母开头、由字母组成").en("a parameter's name is letters, a small one first"));
    }
  }

  public CaseSignal {
    evidence = List.copyOf(evidence);
    parameters = List.copyOf(parameters);
    Check.matches(
        DETECTOR,
        detector,
        zh("监测指标须为大写字母与下划线").en("a detector is named in capitals and underscores"));
    evidence.forEach(
        each ->
            Check.matches(
                EVIDENCE,
                each,
                zh("证据编号须为不含空格的可打印 ASCII 字符").en("ids are printable ASCII without spaces")));
  }
}
