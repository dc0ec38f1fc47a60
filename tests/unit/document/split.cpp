#include "outline.hpp"

#include "support/catch.hpp"

using namespace rulescore;
using test::clauses;
using test::sentences;
using Strings = std::vector<std::string>;

TEST_CASE("sentences end at full stops, marks of exclamation and question, semicolons and line ends") {
  CHECK(sentences("办结79件。纠错8件!是否公开?已公开;未发生\n一例") ==
        Strings{"办结79件。", "纠错8件!", "是否公开?", "已公开;", "未发生", "一例"});
  CHECK(sentences("甲！乙？丙；丁｡") == Strings{"甲！", "乙？", "丙；", "丁｡"});
  CHECK(sentences("甲\r\n乙\r丙\f丁") == Strings{"甲", "乙", "丙", "丁"});
  CHECK(sentences("") == Strings{});
  CHECK(sentences(" \n　\n\t\n") == Strings{});
}

TEST_CASE("blanks around a sentence stay outside, its stops and closing quotes inside") {
  CHECK(sentences("　　办结79件。 \u00A0 纠错8件。  ") == Strings{"办结79件。", "纠错8件。"});
  CHECK(sentences("他说:“好。”大家鼓掌。") == Strings{"他说:“好。”", "大家鼓掌。"});
  CHECK(sentences("完成。“双随机”任务完成。") == Strings{"完成。", "“双随机”任务完成。"});
  CHECK(sentences("(见附件。)另有两件。") == Strings{"(见附件。)", "另有两件。"});
  CHECK(sentences("太好了!!!真的?!") == Strings{"太好了!!!", "真的?!"});
}

TEST_CASE("nothing needs to be balanced") {
  CHECK(sentences("“开放空间”“社区协商机制升级迭代。七五”普法收官。") ==
        Strings{"“开放空间”“社区协商机制升级迭代。", "七五”普法收官。"});
  CHECK(sentences("印发《办法。已施行。") == Strings{"印发《办法。", "已施行。"});
  CHECK(sentences("印发办法》。已施行。") == Strings{"印发办法》。", "已施行。"});
}

TEST_CASE("punctuation in a title doesn't end anything") {
  CHECK(clauses("印发《关于深化改革,优化服务;再出发!的意见》,已施行。") ==
        Strings{"印发《关于深化改革,优化服务;再出发!的意见》,", "已施行。"});
  CHECK(clauses("《关于转发《办法,细则》的通知,一》印发,甲") == Strings{"《关于转发《办法,细则》的通知,一》印发,", "甲"});
  CHECK(clauses("《甲,乙\n丙》,丁") == Strings{"《甲,", "乙", "丙》,", "丁"});
}

TEST_CASE("clauses end at commas and colons, but not inside numbers, times and addresses") {
  CHECK(clauses("全年共1,464项,其中:新增12,345件，办结率100%。") ==
        Strings{"全年共1,464项,", "其中:", "新增12,345件，", "办结率100%。"});
  CHECK(clauses("15:07发布,比例为3:7。") == Strings{"15:07发布,", "比例为3:7。"});
  CHECK(clauses("链接:http://a.gov.cn/x?id=1&y=2#top!,完") == Strings{"链接:", "http://a.gov.cn/x?id=1&y=2#top!,", "完"});
  CHECK(clauses("组织、宣传、落实") == Strings{"组织、宣传、落实"});
}

TEST_CASE("clauses tile their sentence") {
  CHECK(clauses(" ,甲, 乙 ,\n丙") == Strings{",", "甲,", " 乙 ,", "丙"});
  CHECK(clauses("甲,   \n") == Strings{"甲,"});
}
