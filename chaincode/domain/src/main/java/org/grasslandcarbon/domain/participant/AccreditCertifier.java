// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.participant;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.json.Least;
import org.grasslandcarbon.domain.json.Means;
import org.grasslandcarbon.domain.json.Most;
import org.grasslandcarbon.domain.ledger.Act;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.ledger.Key;
import org.grasslandcarbon.domain.ledger.Visibility;
import org.grasslandcarbon.domain.value.Check;
import org.grasslandcarbon.domain.value.MethodologyRef;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Role;
import org.grasslandcarbon.domain.value.Sha256;

/**
 * Lets a certifier validate and verify under some methodologies for some time (LEDGER section 1).
 * It takes the place of what the certifier had before. The methodologies need not be published yet:
 * bodies are accredited before a methodology opens.
 *
 * @param certifier the validation and verification body
 * @param document the certificate of accreditation
 * @param methodologies ids of the methodologies in scope
 * @param validFrom first day
 * @param validTo last day
 */
public record AccreditCertifier(
    @Means(en = "Validation and verification body", zh = "审定与核查机构") ParticipantId certifier,
    @Means(en = "SHA-256 of the certificate of accreditation", zh = "资质文件的 SHA-256 摘要")
        Sha256 document,
    @Means(en = "Ids of the methodologies in scope", zh = "资质范围内的方法学编号")
        @Least(1)
        @Most(value = METHODOLOGIES_MOST, each = 40)
        List<String> methodologies,
    @Means(en = "First day of validity", zh = "有效期首日") LocalDate validFrom,
    @Means(en = "Last day of validity", zh = "有效期末日") LocalDate validTo)
    implements Action {

  /** More than a national scheme publishes in one sector. */
  static final int METHODOLOGIES_MOST = 50;

  static final String METHODOLOGIES_PATTERN = MethodologyRef.ID_PATTERN;

  private static final Pattern METHODOLOGY = Pattern.compile(METHODOLOGIES_PATTERN);

  /** The action. */
  public static final ActionType<AccreditCertifier> TYPE =
      ActionType.of(
          "accreditCertifier",
          "授予审定与核查机构资质",
          "Accredits a certifier for methodologies",
          new AccreditCertifier(
              new ParticipantId("91110000600037341L"),
              Sha256.of("certificate of accreditation"),
              List.of("GCS-T1"),
              LocalDate.of(2025, 1, 1),
              LocalDate.of(2027, 12, 31)),
          EnumSet.of(Role.AUTHORITY),
          Visibility.PUBLIC,
          ErrorCode.UNKNOWN_PARTICIPANT,
          ErrorCode.NOT_A_CERTIFIER);

  public AccreditCertifier {
    methodologies = List.copyOf(methodologies);
    Check.that(
        !methodologies.isEmpty(), zh("资质须至少列明一项方法学").en("an accreditation names a methodology"));
    methodologies.forEach(
        id ->
            Check.matches(
                METHODOLOGY,
                id,
                zh("方法学以编号表示，例如 GCS-T1").en("methodologies are named by id, e.g. GCS-T1")));
    Check.that(
        !validTo.isBefore(validFrom),
        zh("validTo 不得早于 validFrom").en("validTo is not before validFrom"));
  }

  @Override
  public List<Key<?>> named(ParticipantId actor) {
    return List.of(Participant.key(certifier), Accreditation.key(certifier));
  }

  @Override
  public void apply(Act act) {
    Participant body = act.must(Participant.key(certifier), ErrorCode.UNKNOWN_PARTICIPANT);
    act.require(
        body.has(Role.CERTIFIER),
        ErrorCode.NOT_A_CERTIFIER,
        zh("%s 的角色为 %s").en("%s is %s", certifier, body.roles()));

    act.write(
        new Accreditation(
            act.time(), certifier, document, methodologies, validFrom, validTo, Optional.empty()));
    act.refer("accreditation", certifier);
  }
}
