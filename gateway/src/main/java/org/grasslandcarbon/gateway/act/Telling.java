// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.act;

import java.util.Optional;
import org.grasslandcarbon.gateway.projection.Acts;
import org.grasslandcarbon.gateway.security.Caller;
import tools.jackson.databind.node.ObjectNode;

/** Who is told what of an act. */
public interface Telling {
  /** An act that is told to several: what it takes to decide is looked up once. For one thread. */
  interface Told {
    /**
     * What somebody is told.
     *
     * @param caller whoever wants to hear; absent without a login
     * @return nothing where it may not be seen or is not wanted
     */
    Optional<ObjectNode> to(Optional<Caller> caller, ActFilter filter);
  }

  /** An act, to be told. */
  Told of(Acts.Act act);
}
