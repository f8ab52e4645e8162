// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.methodology;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.quantification.Algorithm;
import org.grasslandcarbon.domain.quantification.Algorithms;
import org.grasslandcarbon.domain.value.Detail;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.Name;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Publishes a methodology version (LEDGER section 2; CCER measures art. 9: methodologies are
 * published by the authority).
 *
 * @param algorithm id of the algorithm
 * @param document the methodology's text
 * @param name zh and en
 * @param science the numbers of the computation
 * @param terms periods and shares
 * @param training whether it is for practice only
 * @param validity when it is open
 * @param version which version of which methodology
 */
public record PublishMethodology(
    @Means(en = "Id of the algorithm that computes with it", zh = "算法编号") @Most(ALGORITHM_MOST)
        String algorithm,
    @Means(en = "SHA-256 of the methodology's text", zh = "方法学文本摘要") Sha256 document,
    @Means(en = "Name of the methodology", zh = "方法学名称") Name name,
    @Means(en = "Numbers of the computation", zh = "计算参数") Science science,
    @Means(en = "Periods and shares", zh = "期限与比例") Terms terms,
    @Means(en = "For practice only: its credits cannot be listed or used", zh = "仅供练习")
        boolean training,
    @Means(en = "When it is open", zh = "有效期") Validity validity,
    @Means(en = "Id and version", zh = "编号与版本") MethodologyRef version)
    implements Action {

  static final int ALGORITHM_MOST = 40;

  /** The action. */
  public static final ActionType<PublishMethodology> TYPE =
      ActionType.of(
          "publishMethodology",
          "发布方法学版本",
          "Publishes a methodology version",
          ExampleMethodology.tier1(),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.METHODOLOGY_EXISTS,
          ErrorCode.BAD_METHODOLOGY);

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Methodology.key(version));
  }

  @Override
  public void apply(Act act) {
    act.require(
        act.find(Methodology.key(version)).isEmpty(),
        ErrorCode.METHODOLOGY_EXISTS,
        zh("方法学 %s").en("methodology %s", version));
    Optional<Algorithm> found = Algorithms.find(algorithm);
    act.require(
        found.isPresent(),
        ErrorCode.BAD_METHODOLOGY,
        zh("没有算法 %s").en("there is no algorithm %s", algorithm));
    act.require(
        training || terms.publicityWorkingDays() > 0 && terms.creditingYearsLeast() > 0,
        ErrorCode.BAD_METHODOLOGY,
        zh("只有练习版本的期限可以为零").en("only a training version may have periods of zero"));
    Optional<Detail> problem = science.problem(found.orElseThrow());
    act.requireNone(problem, ErrorCode.BAD_METHODOLOGY);

    act.write(
        new Methodology(
            algorithm,
            document,
            name,
            act.time(),
            act.actor().id(),
            science,
            terms,
            training,
            validity,
            version,
            Optional.empty()));
    act.refer("methodology", version);
  }
}
