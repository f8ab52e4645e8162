// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grasslandcarbon.audit.compare.ProjectionComparison;
import org.grasslandcarbon.cli.Session;
import org.grasslandcarbon.client.Page;
import org.grasslandcarbon.client.Reads;
import org.grasslandcarbon.client.RegistryProblem;
import org.grasslandcarbon.views.View;
import org.grasslandcarbon.views.refusal.GatewayCode;
import tools.jackson.databind.JsonNode;

/** What a gateway shows to an auditor, with the auditor's own key. */
final class GatewayShown implements ProjectionComparison.Shown {
  private final Session session;
  private final Reads reads;

  GatewayShown(Session session) {
    this.session = session;
    reads = session.privateReads();
  }

  @Override
  public Items page(View view, Map<String, String> filters) {
    Page page = reads.list(view, filters);
    return new Items(page.items(), page.next());
  }

  @Override
  public Optional<JsonNode> one(View view, List<String> id) {
    try {
      return Optional.of(reads.show(view, id.toArray(String[]::new)));
    } catch (RegistryProblem problem) {
      if (problem.code().equals(GatewayCode.NOT_FOUND.name())) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  /** The last block that its reads see. */
  long projected() {
    return session.publicReads().status().path("projectedBlock").asLong();
  }
}
