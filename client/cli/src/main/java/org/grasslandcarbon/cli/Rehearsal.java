// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.Map;
import org.grasslandcarbon.cli.console.RecordLines;
import org.grasslandcarbon.client.DryRun;
import org.grasslandcarbon.client.PrivateReads;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;

/**
 * Asks what would become of an instruction and shows it. A refusal is answered as sending it would
 * be, so that scripts need to know one way only.
 */
final class Rehearsal {
  private final Session session;

  Rehearsal(Session session) {
    this.session = session;
  }

  void play(String action, JsonNode args) {
    PrivateReads reads = session.privateReads();
    String what = session.language().of("试算：", "a dry run of ") + action;
    DryRun run = session.progress().during(what, () -> reads.dryRun(action, args));
    if (!run.isApplied()) {
      if (!session.isForPrograms()) {
        session.hint("试算，未提交：将被拒绝", "A dry run, nothing was sent; it would be refused");
      }
      throw run.problem();
    }
    if (session.isForPrograms()) {
      session.document(run.document());
      return;
    }
    session.say("试算，未提交：将会生效", "A dry run, nothing was sent; it would be applied");
    Sending.references(session, run.document());
    Sending.postings(session, run.document().path("postings"));
    JsonNode records = run.document().path("records");
    RecordLines.of(Codec.tree(Map.of("records", records)), session.language())
        .forEach(session::line);
  }
}
