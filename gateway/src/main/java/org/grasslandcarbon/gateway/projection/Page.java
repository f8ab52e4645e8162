// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.gateway.projection;

import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * Some items of a list.
 *
 * @param items in the list's order
 * @param next the position after which the next page begins; empty when this is the last
 * @param total how many items the whole list has, as far as they were counted
 * @param totalIsLeast whether there are more than were counted
 */
public record Page(List<ObjectNode> items, OptionalLong next, long total, boolean totalIsLeast) {}
