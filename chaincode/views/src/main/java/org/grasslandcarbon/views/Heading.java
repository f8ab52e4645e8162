// SPDX-License-Identifier: Apache-2.0
package org.grasslandcarbon.views;

import org.grasslandcarbon.domain.value.Name;

/**
 * A column of an export or of a table on a terminal, named as carbon registries name theirs.
 *
 * @param name its name
 * @param pointer where in an item it is, as a JSON pointer
 * @param brief whether it also stands where there is little room
 */
public record Heading(Name name, String pointer, boolean brief) {}
