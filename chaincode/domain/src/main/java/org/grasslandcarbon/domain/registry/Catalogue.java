// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.domain.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.grasslandcarbon.domain.credit.CancelCredits;
import org.grasslandcarbon.domain.credit.CompensateReversal;
import org.grasslandcarbon.domain.credit.EnforceTransfer;
import org.grasslandcarbon.domain.credit.FreezeCredits;
import org.grasslandcarbon.domain.credit.ReleaseCredits;
import org.grasslandcarbon.domain.credit.RetireCredits;
import org.grasslandcarbon.domain.credit.TransferCredits;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.domain.instruction.SignedInstruction;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.json.Shape;
import org.grasslandcarbon.domain.ledger.Action;
import org.grasslandcarbon.domain.ledger.ActionType;
import org.grasslandcarbon.domain.methodology.PublishMethodology;
import org.grasslandcarbon.domain.methodology.WithdrawMethodology;
import org.grasslandcarbon.domain.monitoring.ApproveIssuance;
import org.grasslandcarbon.domain.monitoring.IssueCredits;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringData;
import org.grasslandcarbon.domain.monitoring.SubmitMonitoringReport;
import org.grasslandcarbon.domain.monitoring.VerifyMonitoringReport;
import org.grasslandcarbon.domain.participant.AccreditCertifier;
import org.grasslandcarbon.domain.participant.AddKey;
import org.grasslandcarbon.domain.participant.AdmitParticipant;
import org.grasslandcarbon.domain.participant.PublishCalendar;
import org.grasslandcarbon.domain.participant.PublishTrustAnchor;
import org.grasslandcarbon.domain.participant.ReinstateParticipant;
import org.grasslandcarbon.domain.participant.RevokeKey;
import org.grasslandcarbon.domain.participant.SuspendParticipant;
import org.grasslandcarbon.domain.participant.WithdrawAccreditation;
import org.grasslandcarbon.domain.participant.WithdrawTrustAnchor;
import org.grasslandcarbon.domain.permanence.ReleaseBuffer;
import org.grasslandcarbon.domain.permanence.ReportReversal;
import org.grasslandcarbon.domain.permanence.SettleReversal;
import org.grasslandcarbon.domain.project.CommentOnProject;
import org.grasslandcarbon.domain.project.DeregisterProject;
import org.grasslandcarbon.domain.project.ProposeProject;
import org.grasslandcarbon.domain.project.ProposeRenewal;
import org.grasslandcarbon.domain.project.RegisterProject;
import org.grasslandcarbon.domain.project.RegisterRenewal;
import org.grasslandcarbon.domain.project.ValidateProject;
import org.grasslandcarbon.domain.project.ValidateRenewal;
import org.grasslandcarbon.domain.region.PublishRegions;
import org.grasslandcarbon.domain.stocking.RecordStocking;
import org.grasslandcarbon.domain.value.BadValueException;

/** Every action of the registry, in the order of a credit's life. */
public final class Catalogue {
  private static final List<ActionType<?>> TYPES =
      List.of(
          AdmitParticipant.TYPE,
          AddKey.TYPE,
          RevokeKey.TYPE,
          SuspendParticipant.TYPE,
          ReinstateParticipant.TYPE,
          AccreditCertifier.TYPE,
          WithdrawAccreditation.TYPE,
          PublishTrustAnchor.TYPE,
          WithdrawTrustAnchor.TYPE,
          PublishCalendar.TYPE,
          PublishRegions.TYPE,
          PublishMethodology.TYPE,
          WithdrawMethodology.TYPE,
          ProposeProject.TYPE,
          CommentOnProject.TYPE,
          ValidateProject.TYPE,
          RegisterProject.TYPE,
          ProposeRenewal.TYPE,
          ValidateRenewal.TYPE,
          RegisterRenewal.TYPE,
          DeregisterProject.TYPE,
          RecordStocking.TYPE,
          SubmitMonitoringData.TYPE,
          SubmitMonitoringReport.TYPE,
          VerifyMonitoringReport.TYPE,
          ApproveIssuance.TYPE,
          IssueCredits.TYPE,
          ReportReversal.TYPE,
          SettleReversal.TYPE,
          CompensateReversal.TYPE,
          ReleaseBuffer.TYPE,
          TransferCredits.TYPE,
          RetireCredits.TYPE,
          CancelCredits.TYPE,
          FreezeCredits.TYPE,
          ReleaseCredits.TYPE,
          EnforceTransfer.TYPE,
          CorrectRecord.TYPE);

  private static final Map<String, ActionType<?>> BY_NAME =
      TYPES.stream().collect(Collectors.toUnmodifiableMap(ActionType::name, Function.identity()));

  private Catalogue() {}

  /** All actions. */
  public static List<ActionType<?>> actions() {
    return TYPES;
  }

  /** The action of a name, if there is one. */
  public static Optional<ActionType<?>> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * The action that an instruction asks for, with its arguments read and held to their limits.
   *
   * @throws RegistryException {@code UNKNOWN_ACTION} or {@code MALFORMED}
   */
  public static ReadAction read(SignedInstruction.Payload instruction) {
    ActionType<?> type =
        find(instruction.action())
            .orElseThrow(
                () ->
                    new RegistryException(
                        ErrorCode.UNKNOWN_ACTION, "no action has the name given"));
    Record args;
    try {
      args = Codec.convert(instruction.args(), type.argsClass(), "args");
      Shape.checkWritten(args);
    } catch (BadValueException e) {
      throw new RegistryException(ErrorCode.MALFORMED, "args: " + e.getMessage());
    }
    return new ReadAction(type, (Action) args);
  }

  /**
   * An action with its arguments.
   *
   * @param type its entry in the catalogue
   * @param action its arguments
   */
  public record ReadAction(ActionType<?> type, Action action) {}
}
