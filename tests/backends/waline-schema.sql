-- The tables that Waline's server reads and writes; its npm package brings none. The columns are those that it names.
create table if not exists wl_Comment (
  id int unsigned not null auto_increment primary key,
  user_id int, comment text, insertedAt timestamp null default current_timestamp, ip varchar(100) default '',
  link varchar(255), mail varchar(255), nick varchar(255), pid int, rid int, sticky boolean,
  status varchar(50) not null default '', `like` int, ua text, url varchar(255),
  createdAt timestamp null default current_timestamp, updatedAt timestamp null default current_timestamp
);
create table if not exists wl_Counter (
  id int unsigned not null auto_increment primary key,
  time int, reaction0 int, reaction1 int, reaction2 int, reaction3 int, reaction4 int, reaction5 int, reaction6 int,
  reaction7 int, reaction8 int, url varchar(255) not null default '',
  createdAt timestamp null default current_timestamp, updatedAt timestamp null default current_timestamp
);
create table if not exists wl_Users (
  id int unsigned not null auto_increment primary key,
  display_name varchar(255) not null default '', email varchar(255) not null default '',
  password varchar(255) not null default '', type varchar(50) not null default '', label varchar(255),
  url varchar(255), avatar varchar(255), `2fa` varchar(32),
  github varchar(255), twitter varchar(255), facebook varchar(255), google varchar(255), weibo varchar(255),
  qq varchar(255), oidc varchar(255), huawei varchar(255),
  createdAt timestamp null default current_timestamp, updatedAt timestamp null default current_timestamp
);
