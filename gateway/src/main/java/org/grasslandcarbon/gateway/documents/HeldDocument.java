// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.documents;

import static org.grasslandcarbon.domain.value.Detail.zh;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.domain.value.ParticipantId;
import org.grasslandcarbon.domain.value.Sha256;
import org.grasslandcarbon.gateway.problem.RequestException;
import org.grasslandcarbon.views.refusal.GatewayCode;

/**
 * A document that is kept here, as it is described beside its file.
 *
 * @param bytes its length
 * @param deposits for which records it was stored, the first one first
 * @param format what it is by its content
 * @param sha256 its name
 */
public record HeldDocument(
    long bytes, List<Deposit> deposits, DocumentFormat format, Sha256 sha256) {

  /** Records for which one file is stored: a map may belong to each report of a project. */
  public static final int DEPOSITS_MOST = 100;

  public HeldDocument {
    deposits = List.copyOf(deposits);
  }

  /** And how many of them may be of one sender, so that it leaves room for others. */
  static final int DEPOSITS_OF_SENDER_MOST = 50;

  /**
   * The same, stored for one record more, or anew by the same sender for the one that it was stored
   * for: what has been public stays so.
   */
  HeldDocument with(Deposit deposit) {
    List<Deposit> more = new ArrayList<>(deposits);
    for (int i = 0; i < more.size(); i++) {
      if (more.get(i).isOfSame(deposit)) {
        boolean wasPublic = more.get(i).kind().isPublic() && !deposit.kind().isPublic();
        more.set(i, wasPublic ? more.get(i) : deposit);
        return new HeldDocument(bytes, more, format, sha256);
      }
    }
    long ofSender = more.stream().filter(deposit::isOfSameSender).count();
    if (more.size() >= DEPOSITS_MOST || ofSender >= DEPOSITS_OF_SENDER_MOST) {
      throw new RequestException(
          GatewayCode.DOCUMENT_QUOTA,
          zh("该文件已为 %s 条记录存放").en("the file is stored for %s records already", more.size()));
    }
    more.add(deposit);
    return new HeldDocument(bytes, more, format, sha256);
  }

  /** Whether it is public as something. */
  public boolean isPublic() {
    return deposits.stream().anyMatch(each -> each.kind().isPublic());
  }

  /** Whether somebody was among those who sent it. */
  public boolean wasSentBy(ParticipantId participant) {
    return deposits.stream().anyMatch(each -> each.by().filter(participant::equals).isPresent());
  }
}
