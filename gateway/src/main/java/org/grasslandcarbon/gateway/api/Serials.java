// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.api;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.grasslandcarbon.domain.credit.Batch;
import org.grasslandcarbon.domain.ledger.Account;
import org.grasslandcarbon.domain.value.BatchId;
import org.grasslandcarbon.domain.value.InstructionId;
import org.grasslandcarbon.domain.value.SerialRange;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.gateway.projection.SerialMoves;
import org.grasslandcarbon.views.refusal.GatewayCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Looks single credits up by their serial number. */
@Component
final class Serials {
  private static final Pattern SERIAL =
      Pattern.compile("(" + BatchId.PATTERN + ")-([1-9][0-9]{0,11})(?:-([1-9][0-9]{0,11}))?");

  /**
   * Kinds of accounts that the public knows under another name. What is on hold for a reversal is
   * in an account of the kind {@code buffer} too.
   */
  private static final Map<Account.Kind, String> STATUS = Map.of(Account.Kind.BUFFER, "BUFFERED");

  private final Found found;
  private final SerialMoves moves;

  Serials(Found found, SerialMoves moves) {
    this.found = found;
    this.moves = moves;
  }

  /**
   * One credit.
   *
   * @param batch its batch
   * @param cancellation the cancellation that ended it, or the settlement of a reversal
   * @param project its project's id
   * @param projectNumber its project's number
   * @param retirement the retirement that used it
   * @param serial its full serial number
   * @param status {@code HELD}, {@code FROZEN}, {@code BUFFERED}, {@code RETIRED}, {@code
   *     CANCELLED}
   * @param training whether it is for practice only
   * @param vintage the year in which the tonne arose
   */
  record Credit(
      BatchId batch,
      Optional<InstructionId> cancellation,
      String project,
      String projectNumber,
      Optional<InstructionId> retirement,
      String serial,
      String status,
      boolean training,
      int vintage) {}

  Credit find(String serial) {
    Matcher matcher = SERIAL.matcher(serial);
    if (!matcher.matches()
        || matcher.group(3) != null && !matcher.group(3).equals(matcher.group(2))) {
      throw new RequestException(
          GatewayCode.BAD_REQUEST,
          zh("编号须写作 CN-GCS-…-n，单个减排量也可写作 CN-GCS-…-n-n")
              .en("a serial number is CN-GCS-…-n or, of one credit, CN-GCS-…-n-n"));
    }
    BatchId id = new BatchId(matcher.group(1));
    long number = Long.parseLong(matcher.group(2));
    ObjectNode batch = found.must(Batch.key(id));
    Account account = moves.find(id, number).orElseThrow(Found::nothing);
    return new Credit(
        id,
        reference(account, Account.Kind.CANCELLED),
        batch.path("project").asString(),
        batch.path("projectNumber").asString(),
        reference(account, Account.Kind.RETIRED),
        id.serialNumber(new SerialRange(number, number)),
        STATUS.getOrDefault(account.kind(), account.kind().name()),
        batch.path("training").asBoolean(),
        batch.path("vintage").asInt());
  }

  private static Optional<InstructionId> reference(Account account, Account.Kind kind) {
    return account.kind() == kind ? account.reference().map(InstructionId::new) : Optional.empty();
  }
}
