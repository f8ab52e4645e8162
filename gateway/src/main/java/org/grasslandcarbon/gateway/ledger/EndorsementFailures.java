// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.ledger;

import static org.grasslandcarbon.domain.value.Detail.zh;

import io.grpc.Status;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.grasslandcarbon.domain.error.ErrorCode;
import org.grasslandcarbon.domain.error.RegistryException;
import org.grasslandcarbon.gateway.ledger.TryAgainException.Reason;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a failure to endorse means. Fabric tells most of it in words only; the texts here are those
 * of Fabric 2.5 to 3.1. Nothing was submitted, so that every new attempt is safe.
 */
final class EndorsementFailures {
  private static final Logger LOG = LoggerFactory.getLogger(EndorsementFailures.class);

  /**
   * In the detail of each organisation that answered otherwise than the first, who may be wrong.
   */
  private static final String MISMATCH = "ProposalResponsePayloads do not match";

  /** Comes with status UNKNOWN, not RESOURCE_EXHAUSTED: the peer's limiter of concurrent calls. */
  private static final String TOO_MANY = "too many requests";

  /** How the chaincode's own refusal is passed on: its message, which begins with a code. */
  private static final Pattern CHAINCODE_RESPONSE =
      Pattern.compile("chaincode response \\d+, (.*)", Pattern.DOTALL);

  /** Said of a proposal in details when the peer does not take us for a member of the channel. */
  private static final String ACCESS_DENIED = "access denied";

  private static final String INCORRECT_TIMESTAMP = "incorrect timestamp";

  /** The chaincode ran into the peer's time limit; fewer instructions take less time. */
  private static final List<String> TOO_SLOW = List.of("execute timeout", "timeout expired");

  private EndorsementFailures() {}

  static LedgerException explain(EndorseException e) {
    Optional<String> response = chaincodeResponse(e);
    if (response.isPresent()) {
      return refusal(response.get(), e);
    }
    if (mentions(e, MISMATCH)) {
      return new TryAgainException(Reason.MISMATCH, text(e), e);
    }
    if (mentions(e, TOO_MANY)) {
      return new TryAgainException(Reason.TOO_BUSY, text(e), e);
    }
    if (mentions(e, ACCESS_DENIED)) {
      return new LedgerSettingsException(
          "the peers refuse this gateway's certificate: it is revoked or out of date, or the channel"
              + " does not have the organisation; give the gateway a new certificate; "
              + text(e),
          e);
    }
    if (mentions(e, INCORRECT_TIMESTAMP)) {
      return new LedgerSettingsException(text(e), e);
    }
    if (TOO_SLOW.stream().anyMatch(text -> mentions(e, text))) {
      return new BatchRefusedException(
          ErrorCode.INTERNAL,
          zh("链码执行超过节点允许的时间").en("the chaincode took longer than the peer allows"),
          e);
    }
    return byStatus(e);
  }

  /** Whether a chaincode ran and refused, rather than a peer or the connection to it failing. */
  static boolean saidByChaincode(EndorseException e) {
    return chaincodeResponse(e).isPresent();
  }

  private static LedgerException byStatus(EndorseException e) {
    Status.Code status = e.getStatus().getCode();
    return switch (status) {
      case RESOURCE_EXHAUSTED ->
          new BatchRefusedException(
              ErrorCode.TOO_LARGE,
              zh("该批指令超过单个消息的大小").en("the batch is too large for a message"),
              e);
      // ABORTED without word of a mismatch or a refusal: some endorsers could not be reached.
      // INTERNAL is what gRPC makes of a connection that breaks in mid-call.
      case ABORTED, UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, INTERNAL ->
          new TryAgainException(Reason.UNAVAILABLE, text(e), e);
      default -> new LedgerSettingsException(text(e), e);
    };
  }

  private static LedgerException refusal(String response, EndorseException e) {
    Optional<RegistryException> refusal = RegistryException.ofWireText(response);
    if (refusal.isEmpty()) {
      LOG.warn("The chaincode refused without a code of the registry: {}", response);
      return new BatchRefusedException(
          ErrorCode.INTERNAL,
          zh("链码拒绝，未给出错误代码，请查看网关日志")
              .en("the chaincode refused without a code, see the gateway's log"),
          e);
    }
    return switch (refusal.get().code()) {
      case CLOCK_SKEW -> new TryAgainException(Reason.CLOCK_SKEW, refusal.get().en(), e);
      case OVERLOADED -> new TryAgainException(Reason.TOO_BUSY, refusal.get().en(), e);
      default -> new BatchRefusedException(refusal.get().code(), refusal.get().detail(), e);
    };
  }

  /** The chaincode's message, from the first detail that has one; else from the status. */
  private static Optional<String> chaincodeResponse(EndorseException e) {
    return texts(e)
        .map(CHAINCODE_RESPONSE::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .findFirst();
  }

  private static boolean mentions(EndorseException e, String text) {
    return texts(e).anyMatch(each -> each.contains(text));
  }

  private static Stream<String> texts(EndorseException e) {
    return Stream.concat(
        e.getDetails().stream().map(ErrorDetail::getMessage),
        Stream.ofNullable(e.getStatus().getDescription()));
  }

  /** The status and every organisation's words, for the log. */
  private static String text(EndorseException e) {
    StringBuilder text = new StringBuilder("endorsement failed, ").append(e.getStatus().getCode());
    if (e.getStatus().getDescription() != null) {
      text.append(": ").append(e.getStatus().getDescription());
    }
    for (ErrorDetail detail : e.getDetails()) {
      text.append("; ").append(detail.getMspId()).append(": ").append(detail.getMessage());
    }
    return text.toString();
  }
}
