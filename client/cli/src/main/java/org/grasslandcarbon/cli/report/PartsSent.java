// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.grasslandcarbon.cli.SentOnce;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.domain.json.Codec;
import org.grasslandcarbon.domain.value.InstructionId;

/** Parts of what is larger than an instruction, sent in their order before what names them. */
public final class PartsSent {
  private PartsSent() {}

  /**
   * Sends those that the ledger has not got, and tells how it goes on.
   *
   * @param action by which a part is submitted
   * @return the ids under which the ledger has them
   */
  public static List<InstructionId> send(
      Session session, String action, List<? extends Record> parts) {
    SentOnce once = new SentOnce(session, action);
    List<InstructionId> ids = new ArrayList<>();
    for (Record part : parts) {
      String which = (ids.size() + 1) + "/" + parts.size();
      SentOnce.Sent sent =
          session.progress().during(action + " " + which, () -> once.send(Codec.tree(part), false));
      ids.add(sent.id());
      session.hint(
          "第 " + which + " 批" + (sent.before() ? "此前已在账本上" : "已提交") + "：" + sent.id(),
          "part "
              + which
              + (sent.before() ? " is on the ledger already: " : " submitted: ")
              + sent.id());
    }
    return ids;
  }
}
