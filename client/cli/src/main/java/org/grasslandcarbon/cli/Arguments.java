// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.cli;

import java.util.List;
import org.grasslandcarbon.domain.json.Codec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The arguments of an instruction as a file or a template gives them and options change them. */
public final class Arguments {
  private final ObjectNode members;

  Arguments(ObjectNode members) {
    this.members = members;
  }

  /** Sets a member when an option gives it. */
  public Arguments set(String member, Object value) {
    if (value != null) {
      members.set(member, Codec.tree(value));
    }
    return this;
  }

  /** Sets a list when an option gives it. */
  public Arguments setList(String member, List<?> values) {
    if (values != null && !values.isEmpty()) {
      members.set(member, Codec.tree(values));
    }
    return this;
  }

  /** Sets a name when an option gives one of its languages; the other may be in the file. */
  public Arguments setName(String member, String zh, String en) {
    ObjectNode name =
        members.path(member) instanceof ObjectNode there ? there : members.objectNode();
    if (zh != null) {
      name.put("zh", zh);
    }
    if (en != null) {
      name.put("en", en);
    }
    if (!name.isEmpty()) {
      members.set(member, name);
    }
    return this;
  }

  /** An object within, made when it is not there. */
  public Arguments within(String member) {
    if (!(members.path(member) instanceof ObjectNode)) {
      members.set(member, members.objectNode());
    }
    return new Arguments((ObjectNode) members.path(member));
  }

  /** Whether nobody gave this member. */
  public boolean lacks(String member) {
    return !members.has(member);
  }

  JsonNode tree() {
    return members;
  }
}
